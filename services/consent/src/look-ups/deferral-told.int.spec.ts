import { FindHoldings, LookUpShipping } from '@helhed/access';
import { newId } from '@helhed/kernel';
import { linkedCitizen } from '@helhed/testing';
import { inDays } from '../../test/in-days.js';
import { acting, aLook, as, nyborg, startLookUps, type LookUps } from '../../test/look-up-world.js';
import { holdings } from '../held.js';
import { neverTold } from './acts.js';
import { appendLookUps } from './append-look-ups.js';

let world: LookUps;
beforeAll(async () => void (world = await startLookUps()));
afterAll(() => world?.stop());

/** What the register's own service logged comes to it, as from every service. */
const ship = () =>
  new LookUpShipping(
    world.database,
    world.workers,
    (tx, batch) => appendLookUps(tx, 'consent', batch),
    () => undefined,
  ).ship(nyborg);

it('what a unit does to keep a look back is in the register, and told the family in no list, total or count', async () => {
  const [familyId, maja] = [newId(), newId()];
  await world.asOwner(
    `INSERT INTO family_member (municipality, family_id, person_id, role) VALUES ($1, $2, $3, 'parent')`,
    [nyborg, familyId, maja],
  );
  const [kept, other] = [aLook({ subjects: [familyId] }), aLook({ subjects: [maja] })];
  await world.append([kept, other]);
  const [anna, bo] = [acting('visitation', 'caseworker'), acting('visitation', 'caseworker')];
  const unitList = () => as(anna, (actor) => world.unitLookUps.page(actor, familyId, { limit: 5 }));
  const defer = (days: number) =>
    as(anna, (actor) => world.deferring.run(actor, kept.id, { reason: 'Undersøgelse', until: inDays(days) }));
  const confirm = () => as(bo, (actor) => world.deferring.confirm(actor, kept.id));
  const told = async () => {
    const { total, items } = await world.seenOf(maja);
    return { total, seen: items.map(({ id }) => id) };
  };

  await unitList();
  await defer(30);
  expect(await ship()).toBe(2);
  expect(await told()).toEqual({ total: 2, seen: [other.id, kept.id] });
  await confirm();
  await defer(60);
  await confirm();
  await unitList();
  expect(await ship()).toBe(4);
  expect(
    await world.rows('SELECT act FROM look_up WHERE act = ANY ($1) AND $2 = ANY (subjects) ORDER BY pos', [
      neverTold,
      familyId,
    ]),
  ).toEqual(
    ['unit-list', 'defer', 'confirm-deferral', 'defer', 'confirm-deferral', 'unit-list'].map((act) => ({
      act: `look-up.${act}`,
    })),
  );
  expect(await told()).toEqual({ total: 1, seen: [other.id] });
  const citizen = await world.database.inTransaction(nyborg, (tx) => linkedCitizen(tx, maja));
  const held = await as(citizen, (actor) => new FindHoldings(world.looks, holdings).run(actor, maja));
  expect(held).toMatchObject([{ category: 'look-up-log', count: 1, units: ['visitation'] }]);
});
