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
import { AttendanceController } from './attendance/attendance.controller.js';
import { CorrectAttendance } from './attendance/correct-attendance.js';
import { FindAbsences } from './attendance/find-absences.js';
import { FindAttendance } from './attendance/find-attendance.js';
import { FindOwnSessions } from './attendance/find-own-sessions.js';
import { RecordAttendance } from './attendance/record-attendance.js';
import { BookRoom } from './bookings/book-room.js';
import { BookingsController } from './bookings/bookings.controller.js';
import { CancelBooking } from './bookings/cancel-booking.js';
import { FindBookings } from './bookings/find-bookings.js';
import { MarkBookingHeld } from './bookings/mark-booking-held.js';
import { AddClosure } from './closures/add-closure.js';
import { ClosuresController } from './closures/closures.controller.js';
import { FindClosures } from './closures/find-closures.js';
import { ownersConfig } from './config.js';
import { CancelConversation } from './conversations/cancel-conversation.js';
import { ConversationsController } from './conversations/conversations.controller.js';
import { MarkConversationHeld } from './conversations/mark-conversation-held.js';
import { MoveConversation } from './conversations/move-conversation.js';
import { PlaceConversation } from './conversations/place-conversation.js';
import { CancelRest } from './courses/cancel-rest.js';
import { CancelSession } from './courses/cancel-session.js';
import { MakeUpSession } from './courses/make-up-session.js';
import { MarkHeld } from './courses/mark-held.js';
import { MoveRest } from './courses/move-rest.js';
import { MoveSession } from './courses/move-session.js';
import { PlaceCourse } from './courses/place-course.js';
import { SessionsController } from './courses/sessions.controller.js';
import { DeliveriesController } from './deliveries/deliveries.controller.js';
import { DueTimer } from './deliveries/due-timer.js';
import { FindDeliveries } from './deliveries/find-deliveries.js';
import { FindDueDeliveries } from './deliveries/find-due-deliveries.js';
import { SettleDue } from './deliveries/settle-due.js';
import { WhenAccessMoved } from './deliveries/when-access-moved.js';
import { WhenFamilyErased } from './families/when-family-erased.js';
import { WhenPersonsMatched } from './families/when-persons-matched.js';
import { WhenReferralReceived } from './families/when-referral-received.js';
import { CreateFeed } from './feeds/create-feed.js';
import { FeedsController } from './feeds/feeds.controller.js';
import { FindFeeds } from './feeds/find-feeds.js';
import { ReadFeed } from './feeds/read-feed.js';
import { RotateFeed } from './feeds/rotate-feed.js';
import { FindGroups } from './groups/find-groups.js';
import { GroupsController } from './groups/groups.controller.js';
import { OpenGroup } from './groups/open-group.js';
import { WhenEnrolled } from './groups/when-enrolled.js';
import { WhenPlaceAssigned } from './groups/when-place-assigned.js';
import { WhenReferralClosed } from './groups/when-referral-closed.js';
import { WhenReferralWithdrawn } from './groups/when-referral-withdrawn.js';
import { ReadInvitation } from './invitations/read-invitation.js';
import { ArrangeNeed } from './needs/arrange-need.js';
import { CallOffNeed } from './needs/call-off-need.js';
import { ChangeNeed } from './needs/change-need.js';
import { FindNeeds } from './needs/find-needs.js';
import { NameNeed } from './needs/name-need.js';
import { NeedsController } from './needs/needs.controller.js';
import { WithdrawNeed } from './needs/withdraw-need.js';
import { WhenProgrammePublished } from './programmes/when-programme-published.js';
import { AddRoom } from './rooms/add-room.js';
import { FindRooms } from './rooms/find-rooms.js';
import { RoomsController } from './rooms/rooms.controller.js';
import { WhenReferralTold } from './snapshot/when-referral-told.js';
import { AddStaff } from './staff/add-staff.js';
import { FindStaff } from './staff/find-staff.js';
import { StaffController } from './staff/staff.controller.js';
import { FindAlarms } from './staffing/find-alarms.js';
import { JoinStaff } from './staffing/join-staff.js';
import { ReleaseStaff } from './staffing/release-staff.js';
import { StaffingTimer } from './staffing/staffing-timer.js';
import { GroupStaffController, StaffingAlarmsController } from './staffing/staffing.controller.js';

const routes = [
  RoomsController,
  StaffController,
  ClosuresController,
  GroupsController,
  SessionsController,
  ConversationsController,
  AttendanceController,
  NeedsController,
  BookingsController,
  FeedsController,
  DeliveriesController,
  GroupStaffController,
  StaffingAlarmsController,
];
const reactions = [
  WhenProgrammePublished,
  WhenPlaceAssigned,
  WhenReferralClosed,
  WhenReferralWithdrawn,
  WhenReferralReceived,
  WhenPersonsMatched,
  WhenEnrolled,
  WhenFamilyErased,
  WhenBarringTold,
  WhenBasisTold,
  WhenCitizenLinked,
  WhenCustodyTold,
  WhenLinkTaken,
  WhenRelationTold,
  WhenUnitTold,
  WhenReferralTold,
  WhenAccessMoved,
];
const commands = [
  AddRoom,
  AddStaff,
  AddClosure,
  OpenGroup,
  PlaceCourse,
  ReleaseStaff,
  JoinStaff,
  MarkHeld,
  CancelSession,
  CancelRest,
  MoveSession,
  MoveRest,
  MakeUpSession,
  PlaceConversation,
  MoveConversation,
  CancelConversation,
  MarkConversationHeld,
  RecordAttendance,
  CorrectAttendance,
  NameNeed,
  ChangeNeed,
  ArrangeNeed,
  WithdrawNeed,
  CallOffNeed,
  ReadInvitation,
  BookRoom,
  MarkBookingHeld,
  CancelBooking,
  CreateFeed,
  RotateFeed,
  ReadFeed,
  SettleDue,
  DueTimer,
  StaffingTimer,
];
const finders = [
  FindRooms,
  FindStaff,
  FindClosures,
  FindGroups,
  FindAlarms,
  FindBookings,
  FindFeeds,
  FindDeliveries,
  FindDueDeliveries,
  FindAttendance,
  FindOwnSessions,
  FindAbsences,
  FindNeeds,
];

const claimCheck = {
  provide: ClaimCheck,
  inject: [ServiceTokens],
  useFactory: (tokens: ServiceTokens) =>
    new ClaimCheck('scheduling', { 'family-plan': readConfig(ownersConfig).FAMILY_PLAN_URL }, tokens),
};

@Module({
  controllers: [...routes, ...reactions],
  providers: [claimCheck, ...commands, ...finders, EveryLookIsDecided],
})
export class SchedulingModule {}
