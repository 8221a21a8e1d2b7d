import {
  contextOf,
  type AttendanceRecorded,
  type CloudEvent,
  type ConversationRecorded,
  type EventData,
  type FamilyEnrolled,
  type FigureCode,
} from '@helhed/contracts';
import { daysBetween } from '@helhed/kernel';
import type { Period } from '../src/figures/selected-rows.js';
import { goalsByHand, movedByHand } from './oracle-of-goals.js';

type Told = Record<string, string>;

/** The figures counted from the events by hand: no read model, no SQL, no histogram. */
export function countByHand(
  events: readonly CloudEvent[],
  { programme, from, to }: Period,
): Record<FigureCode, number | null> {
  const told = (name: string): Told[] =>
    events
      .filter((event) => event.type === `dk.helhed.${contextOf(event)}.${name}.v1`)
      .map((event) => event.data as Told)
      .filter((data) => data['programme'] === programme);
  const within = (name: string, date: string): Told[] =>
    told(name).filter((data) => data[date]! >= from && data[date]! <= to);
  const referralsIn = (name: string, date: string) =>
    told(name)
      .filter((data) => data[date]! <= to)
      .map((data) => data['referralId']);
  const gone = new Set([...referralsIn('place-assigned', 'assignedOn'), ...referralsIn('withdrawn', 'withdrawnOn')]);
  const received = new Map(told('received').map((data) => [data['referralId'], data['receivedOn'] as string]));
  const days = within('place-assigned', 'assignedOn')
    .map((data) => daysBetween(received.get(data['referralId']) as string, data['assignedOn'] as string))
    .sort((a, b) => a - b);
  const held = (kind: string) =>
    new Set(
      within('session-held', 'heldOn')
        .filter((data) => data['kind'] === kind)
        .map((data) => data['sessionId']),
    ).size;
  const [placed, waited] = [told('place-assigned'), told('waiting')].map(
    (all) => new Set(all.map((data) => data['referralId'])),
  );
  const takenIn = told('accepted')
    .map((data) => data['referralId'])
    .filter((id) => !waited?.has(id) || placed?.has(id));
  const closed = within('closed', 'closedOn');
  const left = within('withdrawn', 'withdrawnOn').filter((data) => takenIn.includes(data['referralId']));
  const enrolments = within('enrolled', 'enrolledOn') as unknown as EventData<typeof FamilyEnrolled>[];
  const enrolled = enrolments.flatMap(({ members }) => members);
  const firstOfFamily = enrolments.filter(
    ({ familyId, enrolledOn }, at) =>
      !enrolments.some(
        (other, place) =>
          other.familyId === familyId &&
          (other.enrolledOn < enrolledOn || (other.enrolledOn === enrolledOn && place < at)),
      ),
  );
  const persons = (isChild: boolean) =>
    new Set(enrolled.filter(({ role }) => (role === 'child') === isChild).map(({ personId }) => personId)).size;
  const firstSessions = told('session-held').filter(({ kind }) => kind === 'session');
  const begins = new Map<string, string>();
  for (const { familyId, groupId, heldOn } of firstSessions as Record<string, string>[]) {
    const key = `${familyId} ${groupId}`;
    if (!begins.has(key) || heldOn! < begins.get(key)!) begins.set(key, heldOn!);
  }
  const started = [...begins].filter(([, on]) => on >= from && on <= to).map(([key]) => key.split(' ', 1)[0]);
  const sheets = new Map(
    (within('attendance-recorded', 'on') as unknown as EventData<typeof AttendanceRecorded>[]).map((sheet) => [
      sheet.attendanceId,
      sheet,
    ]),
  );
  const heldAt = new Set(told('session-held').map(({ sessionId }) => sessionId));
  const noted = [...sheets.values()].filter(({ sessionId }) => heldAt.has(sessionId));
  const came = noted.reduce((sum, { present }) => sum + present, 0);
  const away = noted.reduce((sum, { absent }) => sum + absent, 0);
  const conversations = told('conversation-recorded') as unknown as EventData<typeof ConversationRecorded>[];
  const goals = goalsByHand(conversations, { from, to });
  return {
    referred: within('received', 'receivedOn').length,
    accepted: within('accepted', 'acceptedOn').length,
    declined: within('declined', 'declinedOn').length,
    withdrawn: within('withdrawn', 'withdrawnOn').length,
    waiting: told('waiting').filter((data) => data['since']! <= to && !gone.has(data['referralId'])).length,
    'places-assigned': days.length,
    'waiting-days-median': rank(days, 0.5),
    'waiting-days-p90': rank(days, 0.9),
    'families-enrolled': new Set(within('enrolled', 'enrolledOn').map((data) => data['familyId'])).size,
    'adults-enrolled': persons(false),
    'children-enrolled': persons(true),
    started: new Set(started).size,
    completed: closed.filter(isCompleted).length,
    dropped: closed.filter((data) => !isCompleted(data)).length + left.length,
    'sessions-held': held('session'),
    'theme-evenings-held': held('theme-evening'),
    'attendance-expected': came + away,
    'attendance-came': came,
    'attendance-away': away,
    'persons-by-age': firstOfFamily.reduce((sum, { members }) => sum + members.length, 0),
    'conversations-held': within('conversation-recorded', 'on').length,
    'goals-followed-up': goals.followedUp,
    'goals-moved': movedByHand(goals.moves),
  };
}

/** What Nyborg's definition lists as completed: the course to its end, or what the family wanted before that. */
export const isCompleted = ({ outcome }: Readonly<Record<string, unknown>>): boolean =>
  outcome === 'completed' || outcome === 'completed-early';

/** The first of the sorted values that at least this share of them do not exceed. */
function rank(sorted: readonly number[], share: number): number | null {
  const reaches = (value: number) =>
    sorted.filter((each) => each <= value).length * 10 >= Math.round(share * 10) * sorted.length;
  return sorted.find(reaches) ?? null;
}
