import {
  EveryLookIsDecided,
  WhenBarringTold,
  WhenCitizenLinked,
  WhenCustodyTold,
  WhenLinkTaken,
  WhenRelationTold,
  WhenUnitTold,
} from '@helhed/access';
import { Module } from '@nestjs/common';
import { ChangesController } from './changes/changes.controller.js';
import { FindChanges } from './changes/find-changes.js';
import { ForgetChanges } from './changes/forget-changes.js';
import { IntakesController } from './intake/intakes.controller.js';
import { ServeIntake } from './intake/serve-intake.js';
import { WhenPersonsMatched } from './intake/when-persons-matched.js';
import { LettersController } from './letters/letters.controller.js';
import { PrintLetter } from './letters/print-letter.js';
import { GiveOpenPlaces } from './places/give-open-places.js';
import { WhenPlaceOpened } from './places/when-place-opened.js';
import { WhenRefillUntil } from './places/when-refill-until.js';
import { Catalogue } from './programmes/catalogue.js';
import { FindProgrammes } from './programmes/find-programmes.js';
import { ProgrammesController } from './programmes/programmes.controller.js';
import { PublishProgramme } from './programmes/publish-programme.js';
import { AcceptReferral } from './referrals/accept-referral.js';
import { AmendReferral } from './referrals/amend-referral.js';
import { ChangeReferral } from './referrals/change-referral.js';
import { CloseReferral } from './referrals/close-referral.js';
import { DeclineReferral } from './referrals/decline-referral.js';
import { FindReferrals } from './referrals/find-referrals.js';
import { HoldReferral } from './referrals/hold-referral.js';
import { ReceiveReferral } from './referrals/receive-referral.js';
import { ReferralsController } from './referrals/referrals.controller.js';
import { ResumeTriage } from './referrals/resume-triage.js';
import { ShowReferral } from './referrals/show-referral.js';
import { StartTriage } from './referrals/start-triage.js';
import { TriageController } from './referrals/triage.controller.js';
import { WhenEnrolled } from './referrals/when-enrolled.js';
import { WithdrawReferral } from './referrals/withdraw-referral.js';
import { EndSeparation } from './separations/end-separation.js';
import { FindSeparations } from './separations/find-separations.js';
import { RecordSeparation } from './separations/record-separation.js';
import { SeparationsController } from './separations/separations.controller.js';
import { WhenFamilyErased } from './separations/when-family-erased.js';
import { WhenFamilyPlanTold } from './snapshot/when-family-plan-told.js';
import { WhenSchedulingTold } from './snapshot/when-scheduling-told.js';
import { FindWaitingList } from './waiting-list/find-waiting-list.js';
import { WaitingListController } from './waiting-list/waiting-list.controller.js';
import { networksOf } from './webhooks/config.js';
import { DeliverChange } from './webhooks/deliver-change.js';
import { DropWithheld } from './webhooks/drop-withheld.js';
import { EndWebhook } from './webhooks/end-webhook.js';
import { FindWebhooks } from './webhooks/find-webhooks.js';
import { Networks } from './webhooks/networks.js';
import { RegisterWebhook } from './webhooks/register-webhook.js';
import { RenewWebhook } from './webhooks/renew-webhook.js';
import { WebhookTimer } from './webhooks/webhook-timer.js';
import { WhenTakenBack } from './webhooks/when-taken-back.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';

const commands = [
  ChangeReferral,
  PublishProgramme,
  ReceiveReferral,
  AmendReferral,
  StartTriage,
  AcceptReferral,
  DeclineReferral,
  HoldReferral,
  ResumeTriage,
  WithdrawReferral,
  CloseReferral,
  RegisterWebhook,
  EndWebhook,
  RenewWebhook,
  RecordSeparation,
  EndSeparation,
];
const reads = [
  Catalogue,
  FindProgrammes,
  FindReferrals,
  ShowReferral,
  PrintLetter,
  ServeIntake,
  FindWaitingList,
  FindChanges,
  FindWebhooks,
  FindSeparations,
];
const webhooks = [{ provide: Networks, useFactory: networksOf }, DeliverChange, DropWithheld, WebhookTimer];
const reactions = [
  WhenPersonsMatched,
  WhenEnrolled,
  WhenPlaceOpened,
  WhenRefillUntil,
  WhenBarringTold,
  WhenTakenBack,
  WhenCitizenLinked,
  WhenCustodyTold,
  WhenLinkTaken,
  WhenRelationTold,
  WhenUnitTold,
  WhenFamilyErased,
  WhenFamilyPlanTold,
  WhenSchedulingTold,
];

@Module({
  controllers: [
    ProgrammesController,
    ReferralsController,
    TriageController,
    LettersController,
    IntakesController,
    WaitingListController,
    ChangesController,
    WebhooksController,
    SeparationsController,
    ...reactions,
  ],
  providers: [...commands, ...reads, ForgetChanges, GiveOpenPlaces, ...webhooks, EveryLookIsDecided],
})
export class ReferralModule {}
