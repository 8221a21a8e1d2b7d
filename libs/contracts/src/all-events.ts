import { AccessTakenAway } from './consent/access-events.js';
import { BasisChanged, BasisRecorded } from './consent/basis-events.js';
import * as units from './consent/unit-events.js';
import type { EventContract } from './event-contract.js';
import { ConversationRecorded } from './family-plan/conversation-events.js';
import * as custody from './family-plan/custody-events.js';
import {
  ClearanceEnded,
  ClearanceGiven,
  EmployeeRelationEnded,
  EmployeeRelationSet,
} from './family-plan/employee-events.js';
import { FamilyEnrolled, FamilyErased, PersonsMatched } from './family-plan/family-plan-events.js';
import { GoalMoved } from './family-plan/goal-events.js';
import * as links from './family-plan/link-events.js';
import { ObservationMoved } from './family-plan/observation-events.js';
import { PrivacyNoticeRecorded } from './family-plan/privacy-notice-events.js';
import { RelationEnded, RelationSet } from './family-plan/relation-events.js';
import * as videos from './family-plan/video-events.js';
import { lookedUp } from './look-up/looked-up.js';
import { ProgrammePublished } from './referral/programme-published.js';
import * as referral from './referral/referral-events.js';
import * as placedConversations from './scheduling/conversation-events.js';
import * as scheduling from './scheduling/scheduling-events.js';
import { snapshots } from './snapshot.js';

export const allEvents: readonly EventContract[] = [
  ...Object.values(referral),
  ProgrammePublished,
  PersonsMatched,
  FamilyEnrolled,
  FamilyErased,
  ...Object.values(custody),
  GoalMoved,
  ConversationRecorded,
  ObservationMoved,
  ...Object.values(videos),
  PrivacyNoticeRecorded,
  RelationSet,
  RelationEnded,
  EmployeeRelationSet,
  EmployeeRelationEnded,
  ClearanceGiven,
  ClearanceEnded,
  ...Object.values(links),
  ...Object.values(scheduling),
  ...Object.values(placedConversations),
  BasisRecorded,
  BasisChanged,
  AccessTakenAway,
  ...Object.values(units),
  ...lookedUp,
  ...snapshots,
] as readonly EventContract[];

const ofTheLog = new Set(lookedUp.map(({ type }) => type));

/** What figures may rest on: who looked at whom is for the register of look-ups alone. */
export const factEvents: readonly EventContract[] = allEvents.filter(({ type }) => !ofTheLog.has(type));

const byType = new Map(allEvents.map((contract) => [contract.type, contract]));

export const findContract = (type: string): EventContract | undefined => byType.get(type);
