import { Module } from '@nestjs/common';
import { EvaluateAccess } from './evaluate-access.js';
import { EvaluationsController } from './evaluations.controller.js';
import { MetadataController } from './metadata.controller.js';
import { SearchesController } from './searches.controller.js';
import { SearchResources } from './search-resources.js';
import { SearchSubjects } from './search-subjects.js';
import { WhenReferralMatched } from './when-referral-matched.js';

/** The decision API: what would be decided, by the code that decides. */
@Module({
  controllers: [EvaluationsController, SearchesController, MetadataController, WhenReferralMatched],
  providers: [EvaluateAccess, SearchResources, SearchSubjects],
})
export class DecisionsModule {}
