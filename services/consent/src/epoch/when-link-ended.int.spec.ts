import { CitizenLinked, CitizenUnlinked, FamilyPlanSnapshot, type CloudEvent } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { nextEvent } from '../../test/events.js';
import { held, matched } from '../../test/families.js';
import { nyborg, startWorld, type World } from '../../test/world.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

const epoch = async () =>
  Number((await world.rows<{ value: string }>('SELECT value FROM epoch_counter'))[0]?.value ?? 0);

/** An account that was linked to the person, and is no more. */
function link(personId: string) {
  const of = { linkId: newId(), personId, sub: newId() };
  const [linkedOn, endedOn] = ['2026-09-14', '2026-10-04'];
  return {
    whole: { ...of, linkedOn, endedOn },
    linked: nextEvent(nyborg, CitizenLinked, { ...of, linkedOn }),
    unlinked: nextEvent(nyborg, CitizenUnlinked, { ...of, endedOn }),
  };
}
/** What family-plan says of the person again, restored or filled in. */
const again = ({ linked, unlinked }: ReturnType<typeof link>): CloudEvent => ({
  ...linked,
  id: newId(),
  type: FamilyPlanSnapshot.type,
  incarnation: newId(),
  data: {
    orderKey: linked.orderkey,
    standsAt: 0,
    events: [linked, unlinked].map(({ type, data }) => ({ type, data })),
  },
});
const lastOf = async (familyId: string) => (await world.events(familyId)).at(-1);
const told = (familyId: string, whole: object, at: number) => ({
  type: 'dk.helhed.consent.access-taken-away.v1',
  data: { familyId, relation: null, custody: null, link: whole, epoch: at },
});

describe('the end of a link between an account and a person', () => {
  it('raises the epoch by an event that carries the link whole, once, however often it is told', async () => {
    const { familyId, maja, events } = matched();
    const one = link(maja);
    await world.hear(...events, one.linked);
    const before = await epoch();
    await world.hear(one.unlinked);
    expect([await epoch(), await lastOf(familyId)]).toEqual([before + 1, told(familyId, one.whole, before + 1)]);
    expect(await world.rows('SELECT family_id, taken FROM epoch_raise WHERE epoch = $1', [before + 1])).toEqual([
      { family_id: familyId, taken: { link: one.whole.linkId } },
    ]);
    const all = await world.events(familyId);
    await world.hear(one.unlinked, again(one));
    expect([await epoch(), await world.events(familyId)]).toEqual([before + 1, all]);
    expect(await world.rows('SELECT FROM helhed.parked_event')).toEqual([]);
  });

  it('raises it in each family where the account read, also by custody alone', async () => {
    const [one, other, third] = [matched(), matched(), matched()];
    const { maja } = one;
    const { members } = other.event.data as { members: { personId: string }[] };
    members[1]!.personId = maja;
    const elsewhere = held(nyborg, { familyId: third.familyId, childId: third.alma, holderId: maja });
    const theLink = link(maja);
    await world.hear(...one.events, ...other.events, ...third.events, elsewhere, theLink.linked);
    const before = await epoch();
    await world.hear(theLink.unlinked);
    expect(await epoch()).toBe(before + 3);
    const families = [one, other, third].map(({ familyId }) => familyId).toSorted();
    expect(await Promise.all(families.map(lastOf))).toEqual(
      families.map((familyId, index) => told(familyId, theLink.whole, before + 1 + index)),
    );
  });

  it('raises it where no family of the person is known yet, and not again once one is', async () => {
    const { familyId, maja, events } = matched();
    const one = link(maja);
    const before = await epoch();
    await world.hear(one.linked, one.unlinked);
    expect([await epoch(), await lastOf(one.whole.linkId)]).toEqual([
      before + 1,
      told(one.whole.linkId, one.whole, before + 1),
    ]);
    await world.hear(...events, again(one));
    expect([await epoch(), await world.events(familyId)]).toEqual([before + 1, []]);
  });

  it('that was never heard of is no end in silence: it is set aside', async () => {
    const { unlinked } = link(newId());
    const first = { ...unlinked, seq: 1 };
    const before = await epoch();
    await world.hear(first);
    expect(await epoch()).toBe(before);
    expect(
      await world.rows("SELECT event ->> 'id' AS id FROM helhed.parked_event WHERE order_key = $1", [first.orderkey]),
    ).toEqual([{ id: first.id }]);
  });
});
