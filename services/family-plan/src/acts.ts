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
const handsOn = ['triage', 'group', 'coordinator', 'team', 'contact'] as const;
const inCourse = ['group', 'coordinator', 'team', 'contact'] as const;
const aroundChild = [...inCourse, 'partner', 'institution'] as const;
const ofCustody = ['triage', 'coordinator', 'team'] as const;
const ties = ['triage', 'lead', 'coordinator'] as const;
const second = { inSpiteOfColleagues: true } as const;

/**
 * What the routes of this service do, by which relations each reaches its family, and what it shows: docs/access.md 4.4
 * and 4.7. A route's `@Access` spreads it, its handler acts by it.
 */
export const acts = {
  readFamily: look('family.read', toFamily, 'family.structure', 'family.identity', 'family.custody', 'family.address'),
  listEnrolmentsOf: look('enrolment.list', toFamily, 'enrolment'),
  listEnrolments: look('enrolment.list', [...toFamily, 'lead'], 'enrolment'),
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
  setGoal: command('goal.set', ...inCourse),
  acceptGoal: command('goal.accept', ...inCourse),
  leaveGoal: command('goal.leave', ...inCourse),
  addOption: command('goal.add-option', ...inCourse),
  addAction: command('goal.add-action', ...inCourse),
  moveAction: command('goal.move-action', ...inCourse),
  listGoals: look('goal.list', aroundChild, 'plan'),
  recordConversation: command('conversation.record', ...inCourse),
  listConversations: look('conversation.list', aroundChild, 'plan'),
  readConversation: look('conversation.read', aroundChild, 'plan'),
  recordPrivacyNotice: command('privacy-notice.record', ...handsOn),
  listPrivacyNotices: look('privacy-notice.list', handsOn, 'family.structure'),
  printPlan: look(paperActs['printed-plan'], inCourse, 'family.structure', 'family.identity', 'plan'),
  offerObservation: command('observation.offer', ...inCourse),
  acceptObservation: command('observation.accept', 'observer'),
  declineObservation: command('observation.decline', 'observer'),
  noteObservation: command('observation.note', 'observer'),
  amendObservation: command('observation.amend', 'observer'),
  listObservations: look('observation.list', [...aroundChild, 'observer'], 'observation'),
  readObservation: look('observation.read', [...aroundChild, 'observer'], 'observation'),
  listOwnObservations: look('observation.own-list', ['own', 'custody'], 'observation'),
  registerVideo: command('video.register', ...inCourse),
  listVideos: look('video.list', [...aroundChild, 'videographer'], 'video'),
  readVideo: look('video.read', [...aroundChild, 'videographer'], 'video'),
  listOwnVideos: look('video.own-list', ['own', 'custody'], 'video'),
  setRelation: command('relation.set', ...ties),
  endRelation: command('relation.end', ...ties),
  listRelations: look('relation.list', [...toFamily, 'lead']),
  /** It tells nobody's data, and nothing of a family: there is no relation to have. */
  listEmployeeRelations: look('employee-relation.list', []),
  giveClearance: { ...command('clearance.give', 'lead'), ...second },
  endClearance: { ...command('clearance.end', 'lead'), ...second },
  issueLinkCode: command('link-code.issue', ...handsOn),
} as const satisfies Record<string, Act>;
