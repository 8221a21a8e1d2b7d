import type { Act } from '@helhed/access';

/** What the routes of this service do, by which relations, and what each shows: docs/access.md 4.5. */
const look = (act: string, relations: Act['relations'], sections: Act['sections'] = []): Act => ({
  act,
  mode: 'read',
  relations,
  sections,
});
const change = (act: string, ...relations: Act['relations']): Act => ({ ...look(act, relations), mode: 'write' });

const toFamily = ['group', 'lead', 'coordinator'] as const;
const toSubject = [...toFamily, 'planner', 'employed'] as const;

export const acts = {
  addStaff: change('staff.add', 'planner'),
  listStaff: look('staff.list', ['planner']),
  readStaff: look('staff.read', ['planner']),
  listGroups: look('group.list', ['planner']),
  openGroup: change('group.open', 'planner'),
  readGroup: look('group.read', ['planner', 'group', 'lead'], ['group.seat']),
  releaseStaff: change('group.release-staff', 'planner'),
  joinStaff: change('group.join-staff', 'planner'),
  listStaffingAlarms: look('staffing-alarm.list', ['planner']),
  placeCourse: change('course.place', 'planner'),
  markSessionHeld: change('session.mark-held', 'planner'),
  cancelSession: change('session.cancel', 'planner'),
  cancelRest: change('session.cancel-rest', 'planner'),
  moveSession: change('session.move', 'planner'),
  moveRest: change('session.move-rest', 'planner'),
  makeUpSession: change('session.make-up', 'planner'),
  placeConversation: change('conversation.place', 'group', 'lead'),
  moveConversation: change('conversation.move', 'group', 'lead'),
  cancelConversation: change('conversation.cancel', 'group', 'lead'),
  markConversationHeld: change('conversation.mark-held', 'group', 'lead'),
  createFeed: change('feed.create', ...toSubject),
  readFeed: look('feed.read', toSubject),
  rotateFeed: change('feed.rotate', ...toSubject),
  subscribe: look('feed.subscribe', ['link'], ['feed.entries']),
  listDeliveries: look('delivery.list', toFamily),
  listDueDeliveries: look('delivery.list-due', ['planner']),
  listOwnDeliveries: look('delivery.own-list', ['own', 'custody'], ['feed.entries']),
  listOwnSessions: look('session.list', ['employed']),
  recordAttendance: change('attendance.record', 'group'),
  correctAttendance: change('attendance.correct', 'group'),
  listAttendance: look('attendance.list', ['group', 'coordinator', 'team'], ['attendance']),
  listOwnAttendance: look('attendance.own-list', ['own', 'custody'], ['attendance']),
  nameNeed: change('need.name', 'planner', ...toFamily),
  changeNeed: change('need.change', 'planner', ...toFamily),
  arrangeNeed: change('need.arrange', 'planner', ...toFamily),
  withdrawNeed: change('need.withdraw', 'planner', ...toFamily),
  callOffNeed: change('need.call-off', 'planner', ...toFamily),
  listNeeds: look('need.list', ['planner', ...toFamily], ['need']),
  readInvitation: look('invitation.read', toFamily, ['feed.entries']),
} as const;
