import { FindReaders, type Actor } from '@helhed/access';
import { holdFunctions, linkedCitizen, seenBy } from '@helhed/testing';
import { as } from '../../test/actors.js';
import { basis, programme } from '../../test/cases.js';
import { byChild, open, record } from '../../test/child-views.js';
import { familyH } from '../../test/family-h.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { readers } from './readers-of-families.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  const pairs = [
    'visitation:triager',
    'familiestuen:group-leader',
    'familiestuen:programme-lead',
    'skole-nord:teacher',
  ];
  const others = [
    'familieafdelingen:family-coordinator',
    'db-stjernen:pedagogue',
    'skole-syd:teacher',
    'visitation:teacher',
  ];
  await world.database.inTransaction(nyborg, (tx) => holdFunctions(tx, ...pairs, ...others));
});
afterAll(() => world.stop());

const citizen = (person: string): Promise<Actor> =>
  world.database.inTransaction(nyborg, (tx) => linkedCitizen(tx, person));
const ask = (actor: Actor, person: string) =>
  as(actor, (someone) => new FindReaders(world.looks, readers).run(someone, person));

const family = ['address', 'custody', 'enrolment', 'family-structure', 'identity'];
const withoutCustody = family.filter((category) => category !== 'custody');

describe('who may see what is held here on a person', () => {
  it('are those who have the case, and whoever leads the programme sees the enrolment; without a basis no others', async () => {
    const { maja } = await familyH(world);
    expect(seenBy(await ask(await citizen(maja), maja))).toEqual({
      'visitation:triager': family,
      'familieafdelingen:family-coordinator': family,
      'familiestuen:group-leader': withoutCustody,
      'familiestuen:programme-lead': ['enrolment'],
    });
  });

  it('are others by a recorded basis, which is named', async () => {
    const { familyId, maja, jonas, alma } = await familyH(world);
    const { basisId } = await basis(world, familyId, [maja, jonas, alma], { categories: ['family-structure'] });
    const found = await ask(await citizen(maja), maja);
    expect(found.filter(({ unit }) => unit.startsWith('skole'))).toEqual([
      {
        unit: 'skole-nord',
        function: 'teacher',
        relation: 'partner',
        category: 'family-structure',
        purpose: 'cooperation',
        bases: [basisId, `standing:${programme}:cooperation:processing`].toSorted(),
      },
    ]);
  });

  it('are told to a parent of what a child said only once it is open to parents, and to no parent without custody', async () => {
    const h = await familyH(world);
    const { id } = await record(world, h);
    const maja = await citizen(h.maja);
    const seers = async (actor: Actor) =>
      (await ask(actor, h.alma)).flatMap(({ category, unit }) => (category === 'child-view' ? [unit] : []));
    expect(await seers(maja)).toEqual([]);
    expect(await seers(await citizen(h.alma))).toEqual(['familiestuen', 'visitation']);
    await open(world, id, byChild);
    expect(await seers(maja)).toEqual(['familiestuen', 'visitation']);
    await expect(ask(await citizen(h.jonas), h.alma)).rejects.toMatchObject({ problem: 'not-found' });
    await expect(ask(maja, h.jonas)).rejects.toMatchObject({ problem: 'not-found' });
  });
});
