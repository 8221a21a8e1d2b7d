import { ClaimCheck, ServiceTokens, WhenBasisTold, WhenUnitTold } from '@helhed/access';
import { readConfig } from '@helhed/web';
import { Module } from '@nestjs/common';
import { ownersConfig } from './config.js';
import { EnrolmentsController } from './enrolments/enrolments.controller.js';
import { FindEnrolments } from './enrolments/find-enrolments.js';
import { FindHeads } from './enrolments/find-heads.js';
import { WhenPlaceAssigned } from './enrolments/when-place-assigned.js';
import { EraseDueFamilies } from './erasure/erase-due-families.js';
import { ErasureTimer } from './erasure/erasure-timer.js';
import { FamiliesController } from './families/families.controller.js';
import { FindFamily } from './families/find-family.js';
import { WhenReferralEnded } from './families/when-referral-ended.js';
import { WhenReferralReceived } from './families/when-referral-received.js';
import { WhenProgrammePublished } from './programmes/when-programme-published.js';
import { WhenReferralTold } from './snapshot/when-referral-told.js';

const claimCheck = {
  provide: ClaimCheck,
  inject: [ServiceTokens],
  useFactory: (tokens: ServiceTokens) =>
    new ClaimCheck('family-plan', { referral: readConfig(ownersConfig).REFERRAL_URL }, tokens),
};

@Module({
  controllers: [
    FamiliesController,
    EnrolmentsController,
    WhenProgrammePublished,
    WhenReferralReceived,
    WhenReferralEnded,
    WhenPlaceAssigned,
    WhenReferralTold,
    WhenBasisTold,
    WhenUnitTold,
  ],
  providers: [claimCheck, FindFamily, FindEnrolments, FindHeads, EraseDueFamilies, ErasureTimer],
})
export class FamilyPlanModule {}
