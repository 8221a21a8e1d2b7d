import { PlaceAssigned, ReferralClosed, ReferralWithdrawn } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { fakeCpr } from '@helhed/testing';
import { nextEvent } from '../../test/events.js';
import { majaJonasAndAlma, refer } from '../../test/families.js';
import { nyborg, startWorld, type World } from '../../test/world.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

async function received() {
  const referred = refer(world, majaJonasAndAlma([fakeCpr(), fakeCpr(), fakeCpr()]));
  await world.applier.apply([referred.event]);
  return referred;
}
const assign = (ids: { familyId: string; referralId: string }, placeId = newId()) =>
  nextEvent(nyborg, PlaceAssigned, {
    ...ids,
    programme: 'nyborg-familiestue',
    placeId,
    groupId: newId(),
    assignedOn: '2026-09-14',
  });
const enrolments = (familyId: string) => world.rows('SELECT place_id FROM enrolment WHERE family_id = $1', [familyId]);
const enrolled = (familyId: string) =>
  world.rows<{ data: object }>(
    `SELECT data FROM helhed.outbox WHERE order_key = $1 AND type = 'dk.helhed.family-plan.enrolled.v1'`,
    [familyId],
  );

describe('a place assigned', () => {
  it('enrols the family in it, and says so with its members', async () => {
    const { familyId, referralId } = await received();
    const event = assign({ familyId, referralId });
    await world.applier.apply([event]);
    expect(await enrolments(familyId)).toEqual([{ place_id: event.data['placeId'] }]);
    expect(await world.rows('SELECT state FROM family WHERE id = $1', [familyId])).toEqual([{ state: 'enrolled' }]);
    const [said] = await enrolled(familyId);
    const child = { role: 'child', households: [expect.any(String), expect.any(String)] };
    expect(said?.data).toMatchObject({
      familyId,
      referralId,
      enrolledOn: '2026-09-14',
      members: expect.arrayContaining([expect.objectContaining(child)]),
    });
  });

  it('is applied once, delivered twice, and once more under a restored source’s new numbers', async () => {
    const { familyId, referralId } = await received();
    const event = assign({ familyId, referralId });
    for (const delivered of [event, event, { ...event, incarnation: newId(), seq: 1 }])
      await world.applier.apply([delivered]);
    expect(await enrolments(familyId)).toHaveLength(1);
    expect(await enrolled(familyId)).toHaveLength(1);
  });

  it('waits while another family is in the place', async () => {
    const [one, two, placeId] = [await received(), await received(), newId()];
    const ids = ({ familyId, referralId }: typeof one) => ({ familyId, referralId });
    await world.applier.apply([assign(ids(one), placeId)]);
    await world.applier.apply([assign(ids(two), placeId)]);
    expect(await enrolments(two.familyId)).toEqual([]);
    expect(await world.rows('SELECT state FROM family WHERE id = $1', [two.familyId])).toEqual([
      { state: 'prospective' },
    ]);
    expect(
      await world.rows('SELECT tries, reason FROM helhed.parked_event WHERE order_key = $1', [two.familyId]),
    ).toEqual([{ tries: 0, reason: 'unavailable: DomainError' }]);
  });

  it('is given back by a withdrawal, and goes to the next family', async () => {
    const [one, two, placeId] = [await received(), await received(), newId()];
    const ids = ({ familyId, referralId }: typeof one) => ({ familyId, referralId });
    const place = assign(ids(one), placeId);
    const withdrawn = {
      ...ids(one),
      programme: 'nyborg-familiestue',
      withdrawnOn: '2026-09-20',
      reasonCode: 'family-withdrew',
    };
    const events = [place, nextEvent(nyborg, ReferralWithdrawn, withdrawn), assign(ids(two), placeId)];
    for (const event of events) await world.applier.apply([event]);
    for (const event of events) await world.applier.apply([{ ...event, incarnation: newId(), seq: 1 }]);
    const sql = 'SELECT family_id, ended_on::text FROM enrolment WHERE place_id = $1 ORDER BY id';
    expect(await world.rows(sql, [placeId])).toEqual([
      { family_id: one.familyId, ended_on: '2026-09-20' },
      { family_id: two.familyId, ended_on: null },
    ]);
    expect(await world.rows('SELECT state, erase_on FROM family WHERE id = $1', [one.familyId])).toEqual([
      { state: 'enrolled', erase_on: null },
    ]);
  });

  it('ends with its referral that is closed, once, and for no other referral', async () => {
    const [one, two] = [await received(), await received()];
    const ids = ({ familyId, referralId }: typeof one) => ({ familyId, referralId });
    const closed = (closedOn: string) =>
      nextEvent(nyborg, ReferralClosed, {
        ...ids(one),
        programme: 'nyborg-familiestue',
        closedOn,
        outcome: 'completed',
      });
    const events = [assign(ids(one)), assign(ids(two)), closed('2026-12-10'), closed('2026-12-11')];
    for (const event of events) await world.applier.apply([event]);
    const sql = 'SELECT ended_on::text FROM enrolment WHERE family_id = $1';
    expect(await world.rows(sql, [one.familyId])).toEqual([{ ended_on: '2026-12-10' }]);
    expect(await world.rows(sql, [two.familyId])).toEqual([{ ended_on: null }]);
    expect(await world.rows('SELECT state, erase_on FROM family WHERE id = $1', [one.familyId])).toEqual([
      { state: 'enrolled', erase_on: null },
    ]);
  });

  it('for a family that is not here is left to an operator', async () => {
    const familyId = newId();
    await world.applier.apply([assign({ familyId, referralId: newId() })]);
    expect(await world.rows('SELECT reason FROM helhed.parked_event WHERE order_key = $1', [familyId])).toEqual([
      { reason: 'Error' },
    ]);
  });

  it('leaves nothing behind when its transaction fails', async () => {
    const { familyId, referralId } = await received();
    const failing = world.database.inTransaction(nyborg, async (tx) => {
      await world.applier.effect(tx, assign({ familyId, referralId }));
      throw new Error('cut off');
    });
    await expect(failing).rejects.toThrow('cut off');
    expect([await enrolments(familyId), await enrolled(familyId)]).toEqual([[], []]);
    expect(await world.rows('SELECT state FROM family WHERE id = $1', [familyId])).toEqual([{ state: 'prospective' }]);
  });
});
