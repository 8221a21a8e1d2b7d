import { CitizenLink } from '@helhed/access';
import { ChildView } from './child-views/child-view.js';
import { LinkAttempts } from './citizens/link-attempts.js';
import { LinkCode } from './citizens/link-code.js';
import { Clearance } from './clearances/clearance.js';
import { Conversation } from './conversations/conversation.js';
import { CustodyDue } from './custody/custody-due.js';
import { Custody } from './custody/custody.js';
import { ToldCustody } from './custody/told-custody.js';
import { EmployeeRelation } from './employees/employee-relation.js';
import { Enrolment } from './enrolments/enrolment.js';
import { FamilyMember, Residence } from './families/family-member.js';
import { Family } from './families/family.js';
import { Goal, GoalWords } from './goals/goal.js';
import { Household } from './families/household.js';
import { ObservationDue } from './observations/observation-due.js';
import { Observation, ObservationNote } from './observations/observation.js';
import { Person } from './persons/person.js';
import { PrivacyNotice } from './privacy-notices/privacy-notice.js';
import { ProgrammeCopy } from './programmes/programme-copy.js';
import { Registration, WorkPoint } from './registrations/registration.js';
import { RelationDue } from './relations/relation-due.js';
import { Relation } from './relations/relation.js';
import { GoalAction, GoalOption } from './steps/step.js';
import { VideoDue } from './videos/video-due.js';
import { Video } from './videos/video.js';

export const entities = [
  ChildView,
  CitizenLink,
  Clearance,
  Conversation,
  Custody,
  CustodyDue,
  EmployeeRelation,
  Enrolment,
  Family,
  FamilyMember,
  Goal,
  GoalAction,
  GoalOption,
  GoalWords,
  Household,
  LinkAttempts,
  LinkCode,
  Observation,
  ObservationDue,
  ObservationNote,
  Person,
  PrivacyNotice,
  ProgrammeCopy,
  Registration,
  Relation,
  RelationDue,
  Residence,
  ToldCustody,
  Video,
  VideoDue,
  WorkPoint,
];
