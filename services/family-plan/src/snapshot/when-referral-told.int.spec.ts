import {
  PlaceAssigned,
  ReferralAccepted,
  ReferralClosed,
  ReferralDeclined,
  ReferralSnapshot,
  ReferralWaiting,
  ReferralWithdrawn,
  type CloudEvent,
  type EventContract,
  type Told,
} from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { fakeCpr } from '@helhed/testing';
import { nextEvent } from '../../test/events.js';
import { majaJonasAndAlma, refer } from '../../test/families.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { snapshotOf } from './snapshot-of.js';

const programme = 'nyborg-familiestue';
const on = '2026-09-14';
let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

const next = {
  accepted: [ReferralAccepted, { acceptedOn: on }],
  waiting: [ReferralWaiting, { since: on }],
  placed: [PlaceAssigned, { assignedOn: on }],
  declined: [ReferralDeclined, { declinedOn: on, reasonCode: 'outside-target-group' }],
  withdrawn: [ReferralWithdrawn, { withdrawnOn: on, reasonCode: 'family-withdrew' }],
  closed: [ReferralClosed, { closedOn: on, outcome: 'completed' }],
} as const;
type Name = keyof typeof next;

/** A referral's events, numbered; the first says that it was received. */
function live(names: readonly Name[]) {
  const { referralId, familyId, event } = refer(world, majaJonasAndAlma([fakeCpr(), fakeCpr(), fakeCpr()]));
  const named = { referralId, familyId, programme };
  const place = { placeId: newId(), groupId: newId() };
  const events = names.map((name) => {
    const [contract, dates] = next[name];
    const data = { ...named, ...dates, ...(name === 'placed' ? place : {}) };
    return nextEvent(nyborg, contract as unknown as EventContract<object>, data);
  });
  return { familyId, referralId, place, events: [event, ...events] };
}

const told = (events: readonly CloudEvent[]): Told[] => {
  const withdrawn = events.some(({ type }) => type === ReferralWithdrawn.type);
  const past = (type: string) => (withdrawn && type === PlaceAssigned.type ? { past: true as const } : {});
  return events.map(({ type, data }) => ({ type, data, ...past(type) }));
};
const snapshot = (of: readonly CloudEvent[], number: Partial<CloudEvent>, say = of): CloudEvent => {
  const [first] = of as [CloudEvent];
  const data = { orderKey: first.orderkey, standsAt: (number.seq as number) - 1, events: told(say) };
  return { ...first, id: newId(), type: ReferralSnapshot.type, ...number, data };
};
/** Under the incarnation that follows a restore. */
const renewed = (of: readonly CloudEvent[], say: readonly CloudEvent[]) =>
  snapshot(of, { incarnation: newId(), seq: 2 }, say);

const stateOf = async (familyId: string) => {
  const [family] = await world.rows('SELECT state, erase_on::text FROM family WHERE id = $1', [familyId]);
  const enrolments = await world.rows(
    'SELECT enrolled_on::text, ended_on::text FROM enrolment WHERE family_id = $1 AND ended_on IS NULL',
    [familyId],
  );
  const [inbox] = await world.rows('SELECT parked FROM helhed.inbox WHERE order_key = $1', [familyId]);
  return { family, enrolments, inbox };
};
const settled = async ({ familyId, events }: ReturnType<typeof live>, upTo: number, then: readonly CloudEvent[]) => {
  if (upTo > 0) await world.applier.apply(events.slice(0, upTo));
  if (then.length > 0) await world.applier.apply(then);
  return stateOf(familyId);
};

describe('a snapshot of referral’s', () => {
  it.each<[readonly Name[]]>([
    [['accepted', 'waiting']],
    [['accepted', 'waiting', 'placed']],
    [['accepted', 'placed', 'closed']],
    [['declined']],
    [['accepted', 'waiting', 'withdrawn']],
  ])('after any of the first events of %j leads where all of them do', async (names) => {
    const whole = live(names);
    const all = await settled(whole, whole.events.length, []);
    for (let upTo = 0; upTo <= whole.events.length; upTo++) {
      const one = live(names);
      const { length } = one.events;
      expect([upTo, await settled(one, upTo, [snapshot(one.events, { seq: length + 1 })])]).toEqual([upTo, all]);
    }
  });

  it('leaves the place of a family that withdrew to the next, whatever was heard before', async () => {
    for (const upTo of [0, 1, 2, 3, 4]) {
      const one = live(['accepted', 'placed', 'withdrawn']);
      const two = live(['accepted', 'placed']);
      for (const { data } of two.events) if ('placeId' in data) Object.assign(data, one.place);
      const after = await settled(one, upTo, [snapshot(one.events, { seq: 5 })]);
      expect([upTo, after.enrolments, after.inbox]).toEqual([upTo, [], { parked: 0 }]);
      expect((await settled(two, 3, [])).enrolments).toHaveLength(1);
    }
  });

  describe('that was restored to an earlier state', () => {
    it('takes back a place that it knows nothing of; the next one enrols again', async () => {
      const one = live(['accepted', 'placed']);
      expect((await settled(one, 3, [])).family).toMatchObject({ state: 'enrolled' });
      const restored = renewed(one.events, one.events.slice(0, 2));
      expect(await settled(one, 0, [restored])).toMatchObject({
        family: { state: 'prospective', erase_on: null },
        enrolments: [],
      });
      const again = { ...one.events[2]!, incarnation: restored.incarnation, seq: 3 };
      expect(await settled(one, 0, [again])).toMatchObject({ family: { state: 'enrolled' }, enrolments: [{}] });
    });

    it('knows nothing of a withdrawal: the family is where it was', async () => {
      const one = live(['accepted', 'placed', 'withdrawn']);
      expect((await settled(one, 4, [])).enrolments).toEqual([]);
      expect((await settled(one, 0, [renewed(one.events, one.events.slice(0, 3))])).enrolments).toHaveLength(1);
    });

    it('knows nothing of a closing: the family is where it was, until it is closed again', async () => {
      const one = live(['accepted', 'placed', 'closed']);
      expect((await settled(one, 4, [])).enrolments).toEqual([]);
      const before = renewed(one.events, one.events.slice(0, 3));
      expect((await settled(one, 0, [before])).enrolments).toHaveLength(1);
      const again = { ...one.events[3]!, incarnation: before.incarnation, seq: 3 };
      expect((await settled(one, 0, [again])).enrolments).toEqual([]);
    });

    it('knows nothing of a declining: the family stays', async () => {
      const one = live(['declined']);
      expect((await settled(one, 2, [])).family).toMatchObject({ erase_on: expect.any(String) });
      expect((await settled(one, 0, [renewed(one.events, one.events.slice(0, 1))])).family).toMatchObject({
        erase_on: null,
      });
    });

    it('has lost the referral: its family goes, when there has been time to look', async () => {
      const one = live([]);
      await settled(one, 1, []);
      expect((await settled(one, 0, [renewed(one.events, [])])).family).toMatchObject({ erase_on: expect.any(String) });
    });
  });
});

describe('what family-plan tells of a family again', () => {
  it('is the events that it left', async () => {
    const one = live(['accepted', 'placed']);
    await settled(one, 3, []);
    const emitted = await world.rows<{ type: string; data: { members: object[] } }>(
      'SELECT type, data FROM helhed.outbox WHERE order_key = $1 ORDER BY seq',
      [one.familyId],
    );
    const again = await world.database.inTransaction(nyborg, (tx) => snapshotOf(tx, one.familyId));
    const unordered = (events: readonly { type: string; data: object }[]) =>
      events.map(({ type, data }) => ({ type, data: { ...data, members: new Set((data as never)['members']) } }));
    expect(unordered(again)).toEqual(unordered(emitted));
    expect(await world.database.inTransaction(nyborg, (tx) => snapshotOf(tx, newId()))).toEqual([]);
  });
});
