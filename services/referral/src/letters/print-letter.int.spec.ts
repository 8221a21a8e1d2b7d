import type { Actor } from '@helhed/access';
import { Known } from '../../test/known.js';
import { World } from '../../test/world.js';
import { DeclineReferral } from '../referrals/decline-referral.js';
import { ShowReferral } from '../referrals/show-referral.js';
import { PrintLetter } from './print-letter.js';

describe('the answer to a referral, printed', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.make();
  });
  afterAll(() => world.stop());

  const print = (id: string, actor: Actor = world.pedagogue) =>
    world.as(actor, () => new PrintLetter(world.looks, world.catalogue).run(actor, id));
  const outcome = (id: string) =>
    world.as(world.pedagogue, () => new ShowReferral(world.looks, world.catalogue).outcome(world.pedagogue, id));

  it('has what the sender’s view has, and what the programme’s definition says of it', async () => {
    const { id, familyId } = await world.accepted();
    const known = new Known(world);
    await known.basis(await known.match(id));
    const letter = await print(id);
    expect(letter).toEqual({
      writtenOn: '2026-11-05',
      municipality: 'Nyborg',
      programme: { da: 'Familiestue', en: expect.stringContaining('Family room') },
      answer: { form: 'letter' },
      reason: undefined,
      outcome: await outcome(id),
    });
    expect(letter.outcome.state).toBe('waiting');
    expect(await world.acts(familyId)).toEqual(expect.arrayContaining(['referral.letter', 'referral.outcome']));
  });

  it('gives the reason in the definition’s words', async () => {
    const { id, version } = await world.underTriage();
    const known = new Known(world);
    await known.basis(await known.match(id));
    const decline = new DeclineReferral(world.changing, world.catalogue);
    const no = { reasonCode: 'another-offer', reason: 'Skolen hjælper.' };
    await world.as(world.triager, () => decline.run(world.triager, id, version, no));
    expect((await print(id)).reason).toEqual({
      da: 'Et andet tilbud passer bedre til familien.',
      en: 'Another offer fits the family better.',
    });
  });

  it('has the frame alone once what it rests on is taken back', async () => {
    const { id } = await world.accepted();
    const known = new Known(world);
    const persons = await known.match(id);
    const basis = await known.basis(persons);
    expect((await print(id)).outcome.state).toBe('waiting');
    await known.withdraw(basis, persons);
    const { outcome: left } = await print(id);
    expect(left.withheld).toEqual([{ category: 'referral-outcome', reason: 'consent-withdrawn' }]);
    expect(left).toEqual(await outcome(id));
    expect(left.state).toBeUndefined();
  });

  it('is printed by the unit that sent it, and no other', async () => {
    const { id } = await world.accepted();
    for (const actor of [world.stranger, world.triager, world.lead])
      await expect(print(id, actor)).rejects.toMatchObject({ problem: 'not-found' });
  });

  it('is not printed where the look cannot be logged', async () => {
    const { id } = await world.accepted();
    await world.withoutLog(() => print(id));
    expect(await world.acts((await print(id)).outcome.familyId)).toContain('referral.letter');
  });
});
