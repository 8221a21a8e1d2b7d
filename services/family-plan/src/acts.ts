import type { Act, Relation, SectionName } from '@helhed/access';
import { paperActs } from '@helhed/contracts';

const act = (
  mode: Act['mode'],
  name: string,
  relations: readonly Relation[],
  sections: readonly SectionName[] = [],
) => ({
  act: name,
  mode,
  relations,
  sections,
});
const command = (name: string, ...relations: Relation[]) => act('write', name, relations);
const look = (name: string, relations: readonly Relation[], ...sections: SectionName[]) =>
  act('read', name, relations, sections);

const toFamily = ['triage', 'group', 'coordinator', 'team', 'contact', 'partner', 'institution'] as const;
const toItself = [...toFamily, 'follow-up'] as const;
const handsOn = ['triage', 'group', 'coordinator', 'team', 'contact'] as const;
const inCourse = ['group', 'coordinator', 'team', 'contact'] as const;
const aroundChild = [...inCourse, 'partner', 'institution'] as const;
/** The plan goes on with whoever follows the family up. */
const ofPlan = [...inCourse, 'follow-up'] as const;
const toPlan = [...aroundChild, 'follow-up'] as const;
const ofCustody = ['triage', 'coordinator', 'team'] as const;
const ties = ['triage', 'lead', 'coordinator'] as const;
const second = { inSpiteOfColleagues: true } as const;

/**
 * What the routes of this service do, by which relations each reaches its family, and what it shows: docs/access.md 4.4
 * and 4.7. A route's `@Access` spreads it, its handler acts by it.
 */
export const acts = {
  readFamily: look('family.read', toItself, 'family.structure', 'family.identity', 'family.custody', 'family.address'),
  listEnrolmentsOf: look('enrolment.list', toItself, 'enrolment'),
  listEnrolments: look('enrolment.list', [...toItself, 'lead'], 'enrolment'),
  listCustody: look('custody.list', ofCustody, 'family.custody'),
  recordCustody: command('custody.record', ...ofCustody),
  endCustody: command('custody.end', ...ofCustody),
  listCustodyTasks: look('custody-task.list', ofCustody, 'family.custody', 'family.identity'),
  recordChildView: command('child-view.record', ...handsOn),
  openChildView: command('child-view.open', ...handsOn),
  closeChildView: command('child-view.close', ...handsOn),
  listChildViews: look('child-view.list', toFamily, 'child-view'),
  listOwnChildViews: look('child-view.own-list', ['own', 'custody'], 'child-view'),
  fillRegistration: command('registration.fill', ...aroundChild),
  listRegistrations: look('registration.list', aroundChild, 'registration-form'),
  setGoal: command('goal.set', ...ofPlan),
  acceptGoal: command('goal.accept', ...ofPlan),
  leaveGoal: command('goal.leave', ...ofPlan),
  addOption: command('goal.add-option', ...ofPlan),
  addAction: command('goal.add-action', ...ofPlan),
  moveAction: command('goal.move-action', ...ofPlan),
  listGoals: look('goal.list', toPlan, 'plan', 'goal.point'),
  recordConversation: command('conversation.record', ...ofPlan),
  listConversations: look('conversation.list', toPlan, 'plan'),
  readConversation: look('conversation.read', toPlan, 'plan'),
  recordPrivacyNotice: command('privacy-notice.record', ...handsOn),
  listPrivacyNotices: look('privacy-notice.list', handsOn, 'family.structure'),
  printPlan: look(paperActs['printed-plan'], ofPlan, 'family.structure', 'family.identity', 'plan', 'goal.point'),
  offerObservation: command('observation.offer', ...inCourse),
  acceptObservation: command('observation.accept', 'observer'),
  declineObservation: command('observation.decline', 'observer'),
  noteObservation: command('observation.note', 'observer'),
  amendObservation: command('observation.amend', 'observer'),
  listObservations: look('observation.list', [...aroundChild, 'observer'], 'observation'),
  readObservation: look('observation.read', ['observer'], 'observation'),
  listOwnObservations: look('observation.own-list', ['own', 'custody'], 'observation'),
  registerVideo: command('video.register', ...inCourse),
  listVideos: look('video.list', [...aroundChild, 'videographer'], 'video'),
  readVideo: look('video.read', ['videographer'], 'video'),
  listOwnVideos: look('video.own-list', ['own', 'custody'], 'video'),
  setRelation: command('relation.set', ...ties),
  endRelation: command('relation.end', ...ties),
  listRelations: look('relation.list', [...toItself, 'lead']),
  /** It tells nobody's data, and nothing of a family: there is no relation to have. */
  listEmployeeRelations: look('employee-relation.list', []),
  giveClearance: { ...command('clearance.give', 'lead'), ...second },
  endClearance: { ...command('clearance.end', 'lead'), ...second },
  /** A link is reached by no relation, and section 7 asks of whom it is. */
  listLinks: look('link.list', []),
  issueLinkCode: command('link-code.issue', ...handsOn),
} as const satisfies Record<string, Act>;
