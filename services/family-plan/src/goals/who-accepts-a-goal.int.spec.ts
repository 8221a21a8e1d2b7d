import { as } from '../../test/actors.js';
import { familyH, gitte, letHold, vibeke, type Family } from '../../test/family-h.js';
import { accept, goals, offered, words } from '../../test/plans.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { EndCustody } from '../custody/end-custody.js';
import { PrintPlan } from '../printed-plan/print-plan.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

const state = async (family: Family) => (await goals(world, family)).items[0]?.state;
const printed = async ({ familyId }: Family, recipient: string) => {
  const plan = await as(gitte, (actor) => new PrintPlan(world.looks).run(actor, familyId, recipient));
  return [...plan.goals.map(({ id }) => id), plan.offered];
};

const change = (sql: string, values: unknown[]) => world.database.inTransaction(nyborg, (tx) => tx.query(sql, values));

/** From today on. */
async function endCustody({ alma }: Family, holderId: string): Promise<void> {
  const [row] = await world.rows<{ id: string; version: number }>(
    'SELECT id, version FROM custody WHERE child_id = $1 AND holder_id = $2',
    [alma, holderId],
  );
  const { id = '', version = 0 } = row ?? {};
  await as(vibeke, (actor) => new EndCustody(world.database, world.families).run(actor, id, version, undefined));
}

describe('a child’s goal is accepted by who of the family holds custody of the child', () => {
  it('and by no parent who holds none: that parent’s silence does not keep it from being a goal', async () => {
    const family = await familyH(world);
    const id = await offered(world, family);
    await accept(world, id, words(family.jonas));
    expect(await state(family)).toBe('offered');
    await accept(world, id, words(family.maja));
    expect(await state(family)).toBe('agreed');
  });

  it('each of them, as the register has it that day', async () => {
    const family = await familyH(world);
    await letHold(world, family, family.jonas);
    const id = await offered(world, family);
    await accept(world, id, words(family.maja));
    expect(await state(family)).toBe('offered');
    await endCustody(family, family.jonas);
    await accept(world, id, words(family.maja));
    expect(await state(family)).toBe('agreed');
  });

  it('where nobody of the family holds it, by every parent in it', async () => {
    const family = await familyH(world);
    await endCustody(family, family.maja);
    const id = await offered(world, family);
    await accept(world, id, words(family.maja));
    expect(await state(family)).toBe('offered');
    await accept(world, id, words(family.jonas));
    expect(await state(family)).toBe('agreed');
  });

  it('and where the only holder is of another family, by every parent in this one', async () => {
    const [family, other] = [await familyH(world), await familyH(world)];
    const id = await offered(world, family);
    // custody is the child's, whichever family it was told of
    await change('UPDATE custody SET holder_id = $1 WHERE child_id = $2', [other.maja, family.alma]);
    await accept(world, id, words(family.maja));
    expect(await state(family)).toBe('offered');
    await accept(world, id, words(family.jonas));
    expect(await state(family)).toBe('agreed');
  });

  it('and no longer by them once the child is of age, though the register names no end', async () => {
    const family = await familyH(world);
    const id = await offered(world, family);
    const today = await world.database.inTransaction(nyborg, async (tx) => tx.today);
    await change('UPDATE custody SET of_age_on = $1 WHERE child_id = $2', [today, family.alma]);
    await accept(world, id, words(family.maja));
    expect(await state(family)).toBe('offered');
  });

  it('and stands on the paper of those alone, and the child’s own', async () => {
    const family = await familyH(world);
    const { maja, jonas, alma } = family;
    const id = await offered(world, family);
    const each = () => Promise.all([maja, jonas, alma].map((recipient) => printed(family, recipient)));
    expect(await each()).toEqual([[1], [0], [1]]);
    await accept(world, id, words(maja));
    expect(await each()).toEqual([[id, 0], [0], [id, 0]]);
    // whose paper it is not on is told of no point that is left out
    const plan = await as(gitte, (actor) => new PrintPlan(world.looks).run(actor, family.familyId, jonas));
    expect(plan.withheld).toEqual([]);
    await letHold(world, family, jonas);
    expect(await each()).toEqual([
      [id, 0],
      [id, 0],
      [id, 0],
    ]);
  });
});
