import { BasisRecorded } from './consent/basis-events.js';
import type { EventContract } from './event-contract.js';
import * as custody from './family-plan/custody-events.js';
import {
  ClearanceEnded,
  ClearanceGiven,
  EmployeeRelationEnded,
  EmployeeRelationSet,
} from './family-plan/employee-events.js';
import { FamilyEnrolled, PersonsMatched } from './family-plan/family-plan-events.js';
import * as links from './family-plan/link-events.js';
import { RelationEnded, RelationSet } from './family-plan/relation-events.js';
import { ProgrammePublished } from './referral/programme-published.js';
import * as referral from './referral/referral-events.js';
import * as scheduling from './scheduling/scheduling-events.js';
import { snapshots } from './snapshot.js';

export const allEvents: readonly EventContract[] = [
  ...Object.values(referral),
  ProgrammePublished,
  PersonsMatched,
  FamilyEnrolled,
  ...Object.values(custody),
  RelationSet,
  RelationEnded,
  EmployeeRelationSet,
  EmployeeRelationEnded,
  ClearanceGiven,
  ClearanceEnded,
  ...Object.values(links),
  ...Object.values(scheduling),
  BasisRecorded,
  ...snapshots,
] as readonly EventContract[];

const byType = new Map(allEvents.map((contract) => [contract.type, contract]));

export const findContract = (type: string): EventContract | undefined => byType.get(type);
