import { ClaimCheck, ServiceTokens } from '@helhed/access';
import { readConfig, type ServiceDefinition } from '@helhed/web';
import { Module } from '@nestjs/common';
import { ownersConfig } from './config.js';
import { Enrolment } from './enrolments/enrolment.js';
import { EnrolmentsController } from './enrolments/enrolments.controller.js';
import { FindEnrolments } from './enrolments/find-enrolments.js';
import { WhenPlaceAssigned } from './enrolments/when-place-assigned.js';
import { EraseDueFamilies } from './erasure/erase-due-families.js';
import { ErasureTimer } from './erasure/erasure-timer.js';
import { Custody } from './families/custody.js';
import { FamiliesController } from './families/families.controller.js';
import { FamilyMember, Residence } from './families/family-member.js';
import { Family } from './families/family.js';
import { FindFamily } from './families/find-family.js';
import { Household } from './families/household.js';
import { WhenReferralEnded } from './families/when-referral-ended.js';
import { WhenReferralReceived } from './families/when-referral-received.js';
import { Person } from './persons/person.js';
import { problems } from './problems.js';
import { ProgrammeCopy } from './programmes/programme-copy.js';
import { WhenProgrammePublished } from './programmes/when-programme-published.js';

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
  ],
  providers: [claimCheck, FindFamily, FindEnrolments, EraseDueFamilies, ErasureTimer],
})
export class FamilyPlanModule {}

export const entities = [Person, Family, Household, FamilyMember, Residence, Custody, Enrolment, ProgrammeCopy];

export const familyPlan: ServiceDefinition = {
  name: 'family-plan',
  title: { da: 'Familier, indskrivninger og planer', en: 'Families, enrolments and plans' },
  module: FamilyPlanModule,
  entities,
  problems,
};
