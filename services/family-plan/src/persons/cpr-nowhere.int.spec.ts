import { realLookingCpr } from '@helhed/testing';
import { newId } from '@helhed/kernel';
import { as, personIn } from '../../test/actors.js';
import { majaJonasAndAlma, refer } from '../../test/families.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { SetEmployeeRelation } from '../employees/set-employee-relation.js';
import { FindFamily } from '../families/find-family.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

/** Every row of every table, as text, and bytes also as the characters they may be. */
async function everything(): Promise<string> {
  const tables = await world.rows<{ name: string; bytes: string[] }>(`
    SELECT c.oid::regclass::text AS name,
      array(SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND atttypid = 'bytea'::regtype) AS bytes
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND n.nspname IN ('public', 'helhed')`);
  expect(tables.length).toBeGreaterThan(12);
  const texts = [];
  for (const { name, bytes } of tables) {
    const readable = bytes.map((column) => `, encode(t.${column}, 'escape')`).join('');
    texts.push(
      ...(await world.rows<{ text: string }>(`SELECT concat_ws(' ', t::text${readable}) AS text FROM ${name} t`)),
    );
  }
  return texts.map(({ text }) => text).join('\n');
}

/** An employee's own person: known here, or not. */
const declare = (cpr: string) =>
  as(
    personIn(nyborg, 'administrator'),
    (actor) => new SetEmployeeRelation(world.database).run(actor, { sub: 'gitte', kind: 'own-person', cpr }),
    newId(),
  );

describe('a CPR number', () => {
  it('is nowhere in the database but encrypted, and the search finds a plain one', async () => {
    const declared = realLookingCpr();
    const cprs: [string, string, string] = [realLookingCpr(), realLookingCpr(), realLookingCpr()];
    const { event, familyId } = refer(world, majaJonasAndAlma(cprs));
    await world.applier.apply([event]);
    await as(personIn(nyborg), (actor) => new FindFamily(world.looks).get(actor, familyId));
    await declare(cprs[0]);
    await declare(declared);
    const text = await everything();
    for (const cpr of [...cprs, declared]) {
      expect(text.includes(cpr)).toBe(false);
      expect(text.includes(`${cpr.slice(0, 6)}-${cpr.slice(6)}`)).toBe(false);
      expect(text.includes(Buffer.from(cpr).toString('hex'))).toBe(false);
    }
    for (const name of ['Maja', 'Havnegade']) expect(text.includes(name)).toBe(false);

    const planted = { municipality: nyborg, id: newId(), name: Buffer.from(`Maja ${cprs[0]}`) };
    await world.database.inTransaction(nyborg, ({ manager }) => manager.insert('person', planted));
    expect((await everything()).includes(cprs[0])).toBe(true);
  });

  it('that is wrong is refused without being repeated, in the parked event or the error', async () => {
    const [wrong, right] = [`99${realLookingCpr().slice(2)}`, realLookingCpr()];
    const { event } = refer(world, majaJonasAndAlma([wrong, right, right]));
    await world.applier.apply([event]);
    const text = await everything();
    expect(text.includes('DomainError')).toBe(true);
    for (const cpr of [wrong, right]) expect(text.includes(cpr)).toBe(false);
  });

  it('given twice in one referral is refused without being repeated', async () => {
    const twice = realLookingCpr();
    const { event } = refer(world, majaJonasAndAlma([twice, twice, realLookingCpr()]));
    const failing = world.database.inTransaction(nyborg, (tx) => world.applier.effect(tx, event));
    const error: unknown = await failing.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(Error);
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain(twice);
  });
});
