import { contact, conversation, knowUnits, member, record } from '../../test/conversations.js';
import { familyH, kim } from '../../test/family-h.js';
import { nyborg, startWorld, type World } from '../../test/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await knowUnits(world);
});
afterAll(() => world.stop());

describe('who took part in a conversation', () => {
  it.each<[string, string, string, string, string]>([
    ['a unit that is nowhere', 'nowhere', 'contact-pedagogue', 'participants.2.unit', 'unknown'],
    ['a unit that is retired', 'closed', 'contact-pedagogue', 'participants.2.unit', 'unknown'],
    ['a function that nobody can hold there', 'db-solsikken', 'pedagogue', 'participants.2.function', 'not-held-there'],
  ])('has nobody of %s, whatever else is told', async (_, unit, name, field, rule) => {
    const family = await familyH(world);
    const { maja, jonas } = family;
    const participants = [member(maja), member(jonas), { by: 'unit' as const, unit, function: name }, contact];
    await expect(record(world, family, { participants })).rejects.toMatchObject({
      kind: 'rule',
      problem: 'conversation-incomplete',
      fields: [{ field, rule }],
    });
  });

  it('has whoever the contact relation names as the contact pedagogue, on the days of the relation, and several of a kind', async () => {
    const family = await familyH(world);
    const { maja, jonas } = family;
    const byRelation = { by: 'unit' as const, unit: kim.unit as string, function: 'pedagogue' };
    const participants = [member(maja), member(jonas), byRelation];
    await expect(record(world, family, { participants })).rejects.toMatchObject({
      fields: [{ field: 'missing', rule: 'required-participant' }],
    });
    const heldOn = await world.database.inTransaction(nyborg, ({ today }) => Promise.resolve(today));
    const { id } = await record(world, family, { participants, heldOn });
    expect((await conversation(world, id)).participants).toEqual(participants);
    const both = [member(maja), member(jonas), contact, { ...contact, unit: 'db-solsikken' }, contact];
    const { id: second } = await record(world, family, { conversation: 'midway', participants: both });
    expect((await conversation(world, second)).participants).toEqual(both);
  });
});
