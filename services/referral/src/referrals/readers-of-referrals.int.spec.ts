import { FindReaders, type Actor } from '@helhed/access';
import { holdFunctions, linkedCitizen, seenBy } from '@helhed/testing';
import { Known } from '../../test/known.js';
import { programme, World } from '../../test/world.js';
import { readers } from './readers-of-referrals.js';

describe('who may see what is held here on a person', () => {
  let world: World;
  let known: Known;
  beforeAll(async () => {
    world = await World.make();
    known = new Known(world);
    const pairs = ['visitation:triager', 'visitation-syd:triager', 'db-solsikken:pedagogue', 'db-regnbuen:pedagogue'];
    await world.react((tx) => holdFunctions(tx, ...pairs, 'familiestuen:programme-lead', 'db-solsikken:group-leader'));
  });
  afterAll(() => world.stop());

  const citizen = (person: string): Promise<Actor> => world.react((tx) => linkedCitizen(tx, person));
  const ask = (actor: Actor, person: string) =>
    world.as(actor, () => new FindReaders(world.looks, readers).run(actor, person));

  const all = ['referral-content', 'referral-outcome', 'referral-triage'];
  const [lead, sender] = ['familiestuen:programme-lead', 'db-solsikken:pedagogue'];

  it('is every triager until triage was started, and then those of that unit', async () => {
    const { id } = await world.receive();
    const [anna] = (await known.match(id)) as [string];
    const actor = await citizen(anna);
    const own = { [lead]: ['referral-outcome'], [sender]: ['referral-content', 'referral-outcome'] };
    expect(seenBy(await ask(actor, anna))).toEqual({
      ...own,
      'visitation:triager': all,
      'visitation-syd:triager': all,
    });
    await world.startTriage(id);
    expect(seenBy(await ask(actor, anna))).toEqual({
      ...own,
      [sender]: ['referral-content'],
      'visitation:triager': all,
    });
  });

  it('is the sender of the outcome too, by a basis about everybody in it, and not once it was withdrawn', async () => {
    const { id } = await world.underTriage();
    const persons = await known.match(id);
    const actor = await citizen(persons[0] as string);
    const outcome = async () =>
      (await ask(actor, persons[0] as string)).filter((each) => each.relation === 'sender' && each.category !== all[0]);
    expect(await outcome()).toEqual([]);
    const basis = await known.basis(persons);
    const standing = `standing:${programme}:outcome-to-sender:processing`;
    expect(await outcome()).toMatchObject([{ category: 'referral-outcome', bases: [basis, standing].toSorted() }]);
    await known.withdraw(basis, persons);
    expect(await outcome()).toEqual([]);
  });
});
