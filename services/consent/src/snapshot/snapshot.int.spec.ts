import { FamilyPlanSnapshot, type CloudEvent } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { asserted } from '../../test/asserted.js';
import { as, matched, triagerIn } from '../../test/families.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { snapshotOf } from './snapshot-of.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

const members = (familyId: string) =>
  world.rows<{ person_id: string }>('SELECT person_id FROM family_member WHERE family_id = $1 ORDER BY 1', [familyId]);
const snapshot = ({ event }: ReturnType<typeof matched>, number: Partial<CloudEvent>, say = [event]): CloudEvent => ({
  ...event,
  type: FamilyPlanSnapshot.type,
  ...number,
  data: {
    orderKey: event.orderkey,
    standsAt: (number.seq as number) - 1,
    events: say.map(({ type, data }) => ({ type, data })),
  },
});

describe('what family-plan tells consent again', () => {
  it.each([0, 1])('is who belongs to the family, after %d events of it', async (upTo) => {
    const family = matched();
    await world.applier.apply([family.event].slice(0, upTo));
    await world.applier.apply([snapshot(family, { seq: 2 })]);
    const expected = [family.maja, family.jonas, family.alma].toSorted();
    expect((await members(family.familyId)).map(({ person_id: id }) => id)).toEqual(expected);
  });

  it('has no one whom a restored family-plan does not know; of an erased family the ids stay', async () => {
    const family = matched();
    await world.applier.apply([family.event]);
    const [first] = (family.event.data as { members: object[] }).members;
    const restored = { ...family.event, data: { ...family.event.data, members: [first] } } as CloudEvent;
    const incarnation = newId();
    await world.applier.apply([snapshot(family, { seq: 2, incarnation }, [restored])]);
    expect(await members(family.familyId)).toEqual([{ person_id: family.maja }]);
    await world.applier.apply([snapshot(family, { seq: 4, incarnation }, [])]);
    expect(await members(family.familyId)).toHaveLength(1);
  });
});

describe('what consent tells of a family again', () => {
  it('is the events that it left', async () => {
    const family = matched();
    await world.hear(...family.events);
    const record = (changes = {}) =>
      as(triagerIn(nyborg), (actor) => world.recordBasis.run(actor, asserted(family, changes)));
    await record();
    await record({ layer: 'processing' });
    const emitted = await world.rows('SELECT type, data FROM helhed.outbox WHERE order_key = $1 ORDER BY seq', [
      family.familyId,
    ]);
    const told = await world.database.inTransaction(nyborg, (tx) => snapshotOf(tx, family.familyId));
    expect(told).toEqual(emitted);
  });

  it('is each basis as it stands, and what became of it; custody that is told no more is lost', async () => {
    const family = matched();
    await world.hear(...family.events);
    const { id } = await as(triagerIn(nyborg), (actor) => world.recordBasis.run(actor, asserted(family)));
    await as(triagerIn(nyborg), (actor) => world.withdrawBasis.run(actor, id, { givers: [family.maja] }));
    const told = await world.database.inTransaction(nyborg, (tx) => snapshotOf(tx, family.familyId));
    const [, last] = await world.events(family.familyId);
    expect(told.map(({ type }) => type.split('.').at(-2))).toEqual([
      'basis-recorded',
      'basis-changed',
      'access-taken-away',
    ]);
    expect(told[1]?.data).toEqual({ ...last?.data, raised: false });
    // who missed the event that raised may count it as applied
    const { familyId } = family;
    expect(told[2]?.data).toEqual({ familyId, relation: null, custody: null, epoch: last?.data['epoch'] });
    expect(told[0]?.data['coverage']).toEqual(last?.data['coverage']);
    await world.hear(snapshot(family, { seq: 4, incarnation: newId() }, [family.event, family.custody[0]!]));
    const rows = await world.rows('SELECT holder_id FROM custody WHERE child_id = $1', [family.alma]);
    expect(rows).toEqual([{ holder_id: family.maja }]);
  });
});
