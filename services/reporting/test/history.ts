import {
  AttendanceRecorded,
  BasisRecorded,
  ConversationRecorded,
  CoursePlaced,
  FamilyEnrolled,
  PersonsMatched,
  PlaceAssigned,
  ReferralAccepted,
  ReferralClosed,
  ReferralDeclined,
  ReferralReceived,
  ReferralWaiting,
  ReferralWithdrawn,
  SessionHeld,
  TriageStarted,
  type CloudEvent,
  type EventData,
} from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { seededRandom } from '@helhed/testing';
import { Numbering, programme as familiestue } from './events.js';

export interface HistoryWish {
  readonly families: number;
  readonly seed: number;
  readonly municipality?: string;
  readonly programme?: string;
  /** First day on which a referral may come. */
  readonly from?: string;
  /** Over how many days they come. */
  readonly days?: number;
}

const dayMs = 86_400_000;
const reasons = ['outside-target-group', 'another-offer'] as const;

/** What the four sources tell of a programme's families: some declined, some withdrawn, some waiting, groups of six with their sessions. */
export function makeHistory({
  families,
  seed,
  municipality = '0450',
  programme = familiestue,
  from = '2026-01-01',
  days = 300,
}: HistoryWish): CloudEvent[] {
  const random = seededRandom(seed);
  const numbering = new Numbering(municipality);
  const events: CloudEvent[] = [];
  const tell: Numbering['next'] = (contract, data) => {
    const event = numbering.next(contract, data);
    events.push(event);
    return event;
  };
  const day = (offset: number) => new Date(Date.parse(from) + offset * dayMs).toISOString().slice(0, 10);
  const any = (count: number) => Math.floor(random() * count);
  const group: { id: string; families: string[]; ready: number } = { id: newId(), families: [], ready: 0 };

  const assign = (named: { referralId: string; familyId: string; programme: string }, on: number) => {
    const placed = { ...named, placeId: newId(), groupId: group.id };
    tell(PlaceAssigned, { ...placed, assignedOn: day(on) });
    const roles = ['parent', 'child', 'child', 'other'] as const;
    const members = roles.slice(0, 1 + (on % 4)).map((role) => ({ personId: newId(), role, households: [newId()] }));
    tell(FamilyEnrolled, { ...placed, enrolmentId: newId(), enrolledOn: day(on + any(3)), members });
    group.families.push(named.familyId);
    group.ready = Math.max(group.ready, on);
    if (group.families.length === 6) hold();
  };

  const hold = () => {
    const told = { groupId: group.id, programme };
    const sessions = Array.from({ length: 16 }, (_, at) => ({
      sessionId: newId(),
      kind: at % 5 === 4 ? ('theme-evening' as const) : ('session' as const),
      on: day(group.ready + 7 * (at + 1)),
    }));
    const courseId = newId();
    for (const familyId of group.families) {
      const placed = sessions.map(({ sessionId, kind, on }) => ({
        sessionId,
        kind,
        startsAt: `${on}T14:00:00Z`,
        endsAt: `${on}T17:00:00Z`,
      }));
      tell(CoursePlaced, { ...told, courseId, familyId, sessions: placed });
    }
    const held = sessions.slice(0, 1 + any(16));
    for (const { sessionId, kind, on } of held)
      for (const familyId of group.families) {
        tell(SessionHeld, { ...told, sessionId, familyId, kind, heldOn: on });
        attend({ ...told, sessionId, familyId, kind, on });
      }
    // one who stays away is noted beforehand, of a session that is not held
    const next = sessions[held.length];
    if (next)
      attend({ ...told, sessionId: next.sessionId, familyId: group.families[0]!, kind: next.kind, on: next.on });
    for (const familyId of group.families)
      converse(
        familyId,
        held.map(({ on }) => on),
      );
    Object.assign(group, { id: newId(), families: [], ready: 0 });
  };

  /** Noted, and one in four times corrected; now and then of nobody. */
  const attend = (of: Omit<EventData<typeof AttendanceRecorded>, 'attendanceId' | 'present' | 'absent'>) => {
    if (any(5) === 0) return;
    const attendance = { ...of, attendanceId: newId() };
    tell(AttendanceRecorded, { ...attendance, present: any(4), absent: any(3) });
    if (any(4) === 0) tell(AttendanceRecorded, { ...attendance, present: any(3), absent: any(3) });
  };

  /** A start, midway and evaluation conversation, as far as the course has come, with goals that move between them. */
  const converse = (familyId: string, on: readonly string[]) => {
    const kept = Array.from({ length: 1 + any(3) }, () => ({ goalId: newId(), state: 'offered', actions: 3, done: 0 }));
    for (const [at, conversation] of ['start', 'midway', 'evaluation'].entries()) {
      const day = on[at * 3];
      if (day === undefined) return;
      const stands = kept.slice(0, at + 1).map((goal) => ({ ...goal, state: goal.state as 'offered' }));
      const counts = { participants: 3, missing: 0, goals: stands.length };
      tell(ConversationRecorded, {
        conversationId: newId(),
        familyId,
        programme,
        conversation,
        on: day,
        ...counts,
        stands,
      });
      for (const goal of kept) {
        if (goal.state === 'left') continue;
        goal.state = ['offered', 'agreed', 'agreed', 'left'][any(4)] as string;
        goal.done += goal.state === 'agreed' ? any(2) : 0;
      }
    }
  };

  for (let family = 0; family < families; family++) {
    const named = { referralId: newId(), familyId: newId(), programme };
    const received = any(days);
    const origin = { programmeVersion: 1, referringUnit: 'db-solsikken', kind: 'professional' as const };
    tell(ReferralReceived, { ...named, ...origin, receivedOn: day(received) });
    const members = [{ intakePersonId: newId(), personId: newId(), role: 'child' as const, households: [newId()] }];
    tell(PersonsMatched, { referralId: named.referralId, familyId: named.familyId, members });
    tell(TriageStarted, { ...named, startedOn: day(received + 1), unit: 'visitation' });
    const answered = received + 1 + any(20);
    const way = random();
    if (way < 0.15)
      tell(ReferralDeclined, { ...named, declinedOn: day(answered), reasonCode: reasons[any(2)] as string });
    else if (way < 0.2) tell(ReferralWithdrawn, { ...named, withdrawnOn: day(answered), reasonCode: 'family-moved' });
    else {
      tell(ReferralAccepted, { ...named, acceptedOn: day(answered) });
      const wait = way < 0.4 ? 0 : any(90);
      if (wait > 0) tell(ReferralWaiting, { ...named, since: day(answered) });
      if (way > 0.95)
        tell(ReferralWithdrawn, { ...named, withdrawnOn: day(answered + wait), reasonCode: 'no-longer-wanted' });
      else if (way < 0.85) assign(named, answered + wait);
      if (way < 0.4)
        tell(ReferralClosed, {
          ...named,
          closedOn: day(answered + 150),
          outcome: outcomeBy(way),
        });
      else if (way > 0.8 && way < 0.85)
        tell(ReferralWithdrawn, { ...named, withdrawnOn: day(answered + wait + 30), reasonCode: 'family-moved' });
    }
    if (family % 3 === 0) tell(BasisRecorded, basisOf(named.familyId, day(received)));
  }
  return events;
}

/** Of those whose course was closed, by the lot they drew. */
const outcomeBy = (way: number): string => {
  if (way < 0.26) return 'completed';
  return way < 0.3 ? 'completed-early' : 'other-offer';
};

const somebody = newId();
const basisOf = (familyId: string, validFrom: string) => ({
  basisId: newId(),
  familyId,
  programme: 'nyborg-familiestue',
  kind: 'consent' as const,
  layer: 'disclosure' as const,
  purpose: 'outcome-to-sender',
  categories: ['referral-outcome'],
  fromUnit: 'familiestuen',
  toUnit: 'db-solsikken',
  persons: [somebody],
  meeting: null,
  validFrom,
  validTo: null,
  coverage: [{ personId: somebody, state: 'covered' as const, from: validFrom, to: null }],
  epoch: 0,
});
