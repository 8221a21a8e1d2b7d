import {
  ClaimCheck,
  EveryLookIsDecided,
  ServiceTokens,
  WhenBasisTold,
  WhenCaseTold,
  WhenUnitTold,
} from '@helhed/access';
import { readConfig } from '@helhed/web';
import { Module } from '@nestjs/common';
import { ownersConfig } from './config.js';
import { ChildViewsController } from './child-views/child-views.controller.js';
import { CloseChildView } from './child-views/close-child-view.js';
import { FindChildViews } from './child-views/find-child-views.js';
import { OpenChildView } from './child-views/open-child-view.js';
import { RecordChildView } from './child-views/record-child-view.js';
import { CitizensController } from './citizens/citizens.controller.js';
import { EndLink } from './citizens/end-link.js';
import { FindLinks } from './citizens/find-links.js';
import { IssueLinkCode } from './citizens/issue-link-code.js';
import { RedeemLinkCode } from './citizens/redeem-link-code.js';
import { ClearancesController } from './clearances/clearances.controller.js';
import { EndClearance } from './clearances/end-clearance.js';
import { GiveClearance } from './clearances/give-clearance.js';
import { CustodyController } from './custody/custody.controller.js';
import { ConversationsController } from './conversations/conversations.controller.js';
import { FindConversations } from './conversations/find-conversations.js';
import { GetConversation } from './conversations/get-conversation.js';
import { RecordConversation } from './conversations/record-conversation.js';
import { EndCustody } from './custody/end-custody.js';
import { FindCustodyTasks } from './custody/find-custody-tasks.js';
import { FindCustody } from './custody/find-custody.js';
import { RecordCustody } from './custody/record-custody.js';
import { EmployeeRelationsController } from './employees/employee-relations.controller.js';
import { EndEmployeeRelation } from './employees/end-employee-relation.js';
import { FindEmployeeRelations } from './employees/find-employee-relations.js';
import { SetEmployeeRelation } from './employees/set-employee-relation.js';
import { EnrolmentsController } from './enrolments/enrolments.controller.js';
import { FindEnrolments } from './enrolments/find-enrolments.js';
import { FindHeads } from './enrolments/find-heads.js';
import { WhenPlaceAssigned } from './enrolments/when-place-assigned.js';
import { CustodyTimer } from './custody/custody-timer.js';
import { TellDueCustody } from './custody/tell-due-custody.js';
import { DeleteDue } from './deletion/delete-due.js';
import { DeletionTimer } from './deletion/deletion-timer.js';
import { EraseDueFamilies } from './erasure/erase-due-families.js';
import { ErasureTimer } from './erasure/erasure-timer.js';
import { FamiliesController } from './families/families.controller.js';
import { FindBirthDates } from './families/find-birth-dates.js';
import { FindFamily } from './families/find-family.js';
import { ReachFamily } from './families/reach-family.js';
import { ReachPerson } from './families/reach-person.js';
import { WhenReferralEnded } from './families/when-referral-ended.js';
import { WhenReferralReceived } from './families/when-referral-received.js';
import { AcceptGoal } from './goals/accept-goal.js';
import { FindGoals } from './goals/find-goals.js';
import { GoalsController } from './goals/goals.controller.js';
import { LeaveGoal } from './goals/leave-goal.js';
import { SetGoal } from './goals/set-goal.js';
import { AnswerObservation } from './observations/answer-observation.js';
import { FindObservations } from './observations/find-observations.js';
import { FindOwn } from './own/find-own.js';
import { GetObservation } from './observations/get-observation.js';
import { NoteObservation } from './observations/note-observation.js';
import { ObservationsController } from './observations/observations.controller.js';
import { OfferObservation } from './observations/offer-observation.js';
import { WhenProgrammePublished } from './programmes/when-programme-published.js';
import { FillRegistration } from './registrations/fill-registration.js';
import { FindRegistrations } from './registrations/find-registrations.js';
import { RegistrationsController } from './registrations/registrations.controller.js';
import { EndAtMajority } from './relations/end-at-majority.js';
import { EndRelation } from './relations/end-relation.js';
import { FindRelations } from './relations/find-relations.js';
import { MajorityTimer } from './relations/majority-timer.js';
import { RelationsController } from './relations/relations.controller.js';
import { SetRelation } from './relations/set-relation.js';
import { AddAction } from './steps/add-action.js';
import { AddOption } from './steps/add-option.js';
import { MoveAction } from './steps/move-action.js';
import { StepsController } from './steps/steps.controller.js';
import { PrintPlan } from './printed-plan/print-plan.js';
import { PrintedPlanController } from './printed-plan/printed-plan.controller.js';
import { FindVideos } from './videos/find-videos.js';
import { GetVideo } from './videos/get-video.js';
import { RegisterVideo } from './videos/register-video.js';
import { VideosController } from './videos/videos.controller.js';
import { FindPrivacyNotices } from './privacy-notices/find-privacy-notices.js';
import { PrivacyNoticesController } from './privacy-notices/privacy-notices.controller.js';
import { RecordPrivacyNotice } from './privacy-notices/record-privacy-notice.js';
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
    CustodyController,
    ChildViewsController,
    RegistrationsController,
    GoalsController,
    StepsController,
    ConversationsController,
    PrivacyNoticesController,
    PrintedPlanController,
    ObservationsController,
    VideosController,
    RelationsController,
    EmployeeRelationsController,
    ClearancesController,
    CitizensController,
    WhenProgrammePublished,
    WhenReferralReceived,
    WhenReferralEnded,
    WhenPlaceAssigned,
    WhenReferralTold,
    WhenBasisTold,
    WhenCaseTold,
    WhenUnitTold,
  ],
  providers: [
    claimCheck,
    EveryLookIsDecided,
    ReachFamily,
    ReachPerson,
    FindFamily,
    FindBirthDates,
    FindEnrolments,
    FindHeads,
    RecordCustody,
    EndCustody,
    FindCustody,
    FindCustodyTasks,
    RecordChildView,
    OpenChildView,
    CloseChildView,
    FindChildViews,
    FillRegistration,
    FindRegistrations,
    SetGoal,
    AcceptGoal,
    LeaveGoal,
    AddOption,
    AddAction,
    MoveAction,
    FindGoals,
    RecordConversation,
    RecordPrivacyNotice,
    FindPrivacyNotices,
    FindConversations,
    GetConversation,
    PrintPlan,
    OfferObservation,
    AnswerObservation,
    NoteObservation,
    FindObservations,
    GetObservation,
    FindOwn,
    RegisterVideo,
    FindVideos,
    GetVideo,
    SetRelation,
    EndRelation,
    FindRelations,
    SetEmployeeRelation,
    EndEmployeeRelation,
    FindEmployeeRelations,
    GiveClearance,
    EndClearance,
    IssueLinkCode,
    RedeemLinkCode,
    EndLink,
    FindLinks,
    EraseDueFamilies,
    ErasureTimer,
    TellDueCustody,
    CustodyTimer,
    EndAtMajority,
    MajorityTimer,
    DeleteDue,
    DeletionTimer,
  ],
})
export class FamilyPlanModule {}
