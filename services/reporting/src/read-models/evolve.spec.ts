import {
  PlaceAssigned,
  ReferralAccepted,
  ReferralReceived,
  ReferralWaiting,
  ReferralWithdrawn,
  SessionHeld,
  type CloudEvent,
} from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import fc from 'fast-check';
import { Numbering, programme, rearranged } from '../../test/events.js';
import { makeHistory } from '../../test/history.js';
import { readModels } from './apply-facts.js';
import { heldSessions } from './held-session.js';
import { journeys } from './journey.js';
import { evolveRows, type ReadModel, type Row } from './read-model.js';

const named = { referralId: newId(), familyId: newId(), programme };
const numbering = new Numbering();
const received = numbering.next(ReferralReceived, {
  ...named,
  programmeVersion: 1,
  referringUnit: 'db-solsikken',
  kind: 'professional',
  receivedOn: '2026-03-01',
});
const accepted = numbering.next(ReferralAccepted, { ...named, acceptedOn: '2026-03-10' });
const waiting = numbering.next(ReferralWaiting, { ...named, since: '2026-03-10' });
const assigned = numbering.next(PlaceAssigned, {
  ...named,
  placeId: newId(),
  groupId: newId(),
  assignedOn: '2026-03-31',
});
const withdrawn = numbering.next(ReferralWithdrawn, {
  ...named,
  withdrawnOn: '2026-04-02',
  reasonCode: 'family-moved',
});

const after = (model: ReadModel, events: readonly CloudEvent[]): Row[] => [
  ...evolveRows(model, new Map(), events).values(),
];

describe("a referral's journey", () => {
  it('waits from the day that it is accepted without a place to the day of the place', () => {
    expect(after(journeys, [received, accepted, waiting])).toEqual([
      expect.objectContaining({ waitingSince: '2026-03-10', waitingEndedOn: null }),
    ]);
    expect(after(journeys, [received, accepted, waiting, assigned])).toEqual([
      expect.objectContaining({
        ...named,
        acceptedOn: '2026-03-10',
        waitingEndedOn: '2026-03-31',
        assignedOn: '2026-03-31',
        waitingDays: 30,
      }),
    ]);
  });

  it('ends the wait when it is withdrawn, and keeps its earlier dates', () => {
    expect(after(journeys, [received, accepted, waiting, withdrawn])).toEqual([
      expect.objectContaining({
        acceptedOn: '2026-03-10',
        waitingEndedOn: '2026-04-02',
        withdrawReason: 'family-moved',
        waitingDays: null,
      }),
    ]);
  });

  it('does not end a wait twice, nor one that never was', () => {
    expect(after(journeys, [received, accepted, waiting, assigned, withdrawn])[0]).toMatchObject({
      waitingEndedOn: '2026-03-31',
    });
    expect(after(journeys, [received, accepted, assigned])[0]).toMatchObject({
      waitingSince: null,
      waitingEndedOn: null,
      waitingDays: 30,
    });
  });

  it('does without a date of receipt that it never heard of', () => {
    expect(after(journeys, [accepted, assigned])[0]).toMatchObject({ receivedOn: null, waitingDays: null });
  });
});

it('a session that six families are told of is one session', () => {
  const session = { sessionId: newId(), groupId: newId(), programme, kind: 'session' as const, heldOn: '2026-09-01' };
  const told = Array.from({ length: 6 }, () => numbering.next(SessionHeld, { ...session, familyId: newId() }));
  const first = evolveRows(heldSessions, new Map(), told.slice(0, 1));
  const all = evolveRows(heldSessions, first, told);
  expect(all.size).toBe(1);
  expect(all.get(session.sessionId)).toBe(first.get(session.sessionId));
});

it('whatever order the sources arrive in, the rows are the same', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0 }),
      fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 1 }),
      (seed, chances) => {
        const history = makeHistory({ families: 8, seed });
        let turn = 0;
        const arrived = rearranged(history, () => chances[turn++ % chances.length] as number);
        for (const model of readModels) {
          const [inOrder, shuffled] = [history, arrived].map((events) => evolveRows(model, new Map(), events)) as [
            Map<string, Row>,
            Map<string, Row>,
          ];
          expect(shuffled).toEqual(inOrder); // entries in any order
        }
      },
    ),
    { numRuns: 60 },
  );
});
