import {
  FamilyErased,
  PlaceAssigned,
  ProgrammePublished,
  ReferralDeclined,
  ReferralWithdrawn,
} from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { forMunicipality, getDefinition } from '@helhed/programmes';
import { fakeCpr } from '@helhed/testing';
import { startTriage } from '../../test/cases.js';
import { nextEvent } from '../../test/events.js';
import { majaJonasAndAlma, refer } from '../../test/families.js';
import { vibeke } from '../../test/family-h.js';
import { given, note } from '../../test/privacy-notices.js';
import { events, received as named } from '../../test/told.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { snapshotOf } from '../snapshot/snapshot-of.js';

const programme = 'nyborg-familiestue';
const definition = forMunicipality(getDefinition(programme), nyborg);
const published = () =>
  nextEvent(nyborg, ProgrammePublished, { programme, version: definition.version, definition: { ...definition } });

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await world.applier.apply([published()]);
});
afterAll(() => world.stop());

async function received(cprs: [string, string, string] = [fakeCpr(), fakeCpr(), fakeCpr()]) {
  const { event, familyId, referralId } = refer(world, majaJonasAndAlma(cprs));
  await world.applier.apply([event]);
  return { familyId, referralId };
}
const decline = (ids: { familyId: string; referralId: string }, declinedOn: string) =>
  nextEvent(nyborg, ReferralDeclined, { ...ids, programme, declinedOn, reasonCode: 'outside-target-group' });
const family = async (id: string) =>
  (
    await world.rows<{ state: string; erase_on: string | null }>(
      'SELECT state, erase_on::text FROM family WHERE id = $1',
      [id],
    )
  )[0];
const left = async (familyId: string) =>
  (
    await world.rows<{ n: number }>(
      `SELECT ((SELECT count(*) FROM household WHERE family_id = $1) + (SELECT count(*) FROM family_member WHERE family_id = $1)
      + (SELECT count(*) FROM residence WHERE family_id = $1) + (SELECT count(*) FROM custody WHERE family_id = $1))::int AS n`,
      [familyId],
    )
  )[0]?.n;
const persons = async () => Number((await world.rows<{ n: string }>('SELECT count(*) AS n FROM person'))[0]?.n);

describe('a referral that came to nothing', () => {
  it.each(['declined', 'withdrawn'])('%s: its family is kept as long as the definition says', async (how) => {
    const ids = await received();
    const withdrawn = () =>
      nextEvent(nyborg, ReferralWithdrawn, {
        ...ids,
        programme,
        withdrawnOn: '2100-01-01',
        reasonCode: 'family-withdrew',
      });
    await world.applier.apply([how === 'declined' ? decline(ids, '2100-01-01') : withdrawn()]);
    expect(await family(ids.familyId)).toEqual({ state: 'prospective', erase_on: '2100-06-30' }); // 180 days
    expect(await world.erasure.run()).toBe(0);
    expect(await left(ids.familyId)).toBe(10);
  });

  it('leaves nothing of its family but the id when the day has come', async () => {
    const ids = await received();
    await world.applier.apply([decline(ids, '2020-01-01')]);
    const before = await persons();
    expect(await world.erasure.run()).toBe(1);
    expect(await family(ids.familyId)).toEqual({ state: 'erased', erase_on: null });
    expect(await left(ids.familyId)).toBe(0);
    expect(before - (await persons())).toBe(3);
    const sql =
      'SELECT act, actor_kind, municipality FROM helhed.access_log WHERE subjects @> ARRAY[$1::uuid] ORDER BY id DESC LIMIT 1';
    expect(await world.rows(sql, [ids.familyId])).toEqual([
      { act: 'family.erase', actor_kind: 'service', municipality: '0450' },
    ]);
    expect(await world.erasure.run()).toBe(0);
  });

  it('takes with it who was informed', async () => {
    const ids = await named(world);
    await startTriage(world, ids);
    await note(world, given(ids.familyId, ids.maja), vibeke);
    const noted = () => world.rows('SELECT id FROM privacy_notice WHERE family_id = $1', [ids.familyId]);
    expect(await noted()).toHaveLength(1);
    await world.applier.apply([decline({ familyId: ids.familyId, referralId: ids.referralId }, '2020-01-01')]);
    expect(await world.erasure.run()).toBe(1);
    expect(await noted()).toEqual([]);
  });

  it('is told as erased to the other services, also to whoever hears of it late', async () => {
    const ids = await received();
    await world.applier.apply([decline(ids, '2020-01-01')]);
    await world.erasure.run();
    const told = { name: 'family-erased', data: { familyId: ids.familyId } };
    expect(await events(world, ids.familyId, 'family-erased')).toEqual([told]);
    const again = await world.database.inTransaction(nyborg, (tx) => snapshotOf(tx, ids.familyId));
    expect(again).toEqual([{ type: FamilyErased.type, data: told.data }]);
  });

  it('keeps a person who is also in another family', async () => {
    const cprs: [string, string, string] = [fakeCpr(), fakeCpr(), fakeCpr()];
    const [declined] = [await received(cprs), await received([cprs[0], fakeCpr(), cprs[2]])];
    await world.applier.apply([decline(declined, '2020-01-01')]);
    const before = await persons();
    expect(await world.erasure.run()).toBe(1);
    expect(before - (await persons())).toBe(1);
  });

  it('follows the municipality’s clock', async () => {
    const ids = await received();
    await world.applier.apply([decline(ids, '2090-01-01')]);
    expect(await world.erasure.run()).toBe(0);
    const years = 80 * 366 * 86_400_000;
    await world.workers.query('UPDATE helhed.municipality SET clock_offset_ms = $1 WHERE code = $2', [years, nyborg]);
    expect(await world.erasure.run()).toBeGreaterThan(0);
    expect((await family(ids.familyId))?.state).toBe('erased');
    await world.workers.query('UPDATE helhed.municipality SET clock_offset_ms = 0 WHERE code = $1', [nyborg]);
  });

  it('is erased once by eight timers at a time', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, () => received()));
    for (const each of ids) await world.applier.apply([decline(each, '2020-01-01')]);
    const erased = await Promise.all(Array.from({ length: 8 }, () => world.erasure.run()));
    expect(erased.reduce((sum, n) => sum + n, 0)).toBe(5);
  });

  it('does not take an enrolled family with it', async () => {
    const ids = await received();
    const place = { ...ids, programme, placeId: newId(), groupId: newId(), assignedOn: '2026-09-14' };
    await world.applier.apply([nextEvent(nyborg, PlaceAssigned, place)]);
    await world.applier.apply([decline(ids, '2020-01-01')]);
    expect(await world.erasure.run()).toBe(0);
    expect(await family(ids.familyId)).toEqual({ state: 'enrolled', erase_on: null });
  });

  it('waits for the programme’s definition, and needs none where no family was made', async () => {
    const ids = await received();
    const unknown = nextEvent(nyborg, ReferralDeclined, {
      ...ids,
      programme: 'not-here-yet',
      declinedOn: '2026-09-20',
      reasonCode: 'another-offer',
    });
    await world.applier.apply([unknown]);
    const parked = 'SELECT state, tries FROM helhed.parked_event WHERE order_key = $1';
    expect(await world.rows(parked, [ids.familyId])).toEqual([{ state: 'waiting', tries: 0 }]);
    const nobody = { familyId: newId(), referralId: newId() };
    await world.applier.apply([decline(nobody, '2026-09-20')]);
    expect(await world.rows(parked, [nobody.familyId])).toEqual([]);
  });
});
