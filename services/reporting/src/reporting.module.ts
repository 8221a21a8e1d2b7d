import {
  ClaimCheck,
  EveryLookIsDecided,
  ServiceTokens,
  WhenBarringTold,
  WhenBasisTold,
  WhenCitizenLinked,
  WhenCustodyTold,
  WhenLinkTaken,
  WhenRelationTold,
  WhenUnitTold,
} from '@helhed/access';
import { readConfig } from '@helhed/web';
import { Module } from '@nestjs/common';
import { AskOwner } from './claimed/ask-owner.js';
import { ClaimsTimer } from './claimed/claims-timer.js';
import { WhenClaimable } from './claimed/when-claimable.js';
import { ownersConfig } from './config.js';
import { WhenAnyEvent } from './facts/when-any-event.js';
import { FiguresController } from './figures/figures.controller.js';
import { FindFigureRows } from './figures/find-figure-rows.js';
import { FindFigures } from './figures/find-figures.js';
import { WhenProgrammePublished } from './programmes/when-programme-published.js';
import { ReadModelsController } from './read-models/read-models.controller.js';
import { RebuildReadModels } from './read-models/rebuild-read-models.js';
import { RebuildTimer } from './read-models/rebuild-timer.js';
import { FindReleases } from './releases/find-releases.js';
import { MakeRelease } from './releases/make-release.js';
import { ReleasesController } from './releases/releases.controller.js';

const claimCheck = {
  provide: ClaimCheck,
  inject: [ServiceTokens],
  useFactory: (tokens: ServiceTokens) => {
    const { FAMILY_PLAN_URL, SCHEDULING_URL } = readConfig(ownersConfig);
    return new ClaimCheck('reporting', { 'family-plan': FAMILY_PLAN_URL, scheduling: SCHEDULING_URL }, tokens);
  },
};

@Module({
  controllers: [
    FiguresController,
    ReleasesController,
    ReadModelsController,
    WhenAnyEvent,
    WhenClaimable,
    WhenProgrammePublished,
    WhenBarringTold,
    WhenBasisTold,
    WhenCitizenLinked,
    WhenCustodyTold,
    WhenLinkTaken,
    WhenRelationTold,
    WhenUnitTold,
  ],
  providers: [
    claimCheck,
    AskOwner,
    ClaimsTimer,
    FindFigures,
    FindFigureRows,
    MakeRelease,
    FindReleases,
    RebuildReadModels,
    RebuildTimer,
    EveryLookIsDecided,
  ],
})
export class ReportingModule {}
