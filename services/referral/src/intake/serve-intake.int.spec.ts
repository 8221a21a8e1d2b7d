import type { Actor } from '@helhed/access';
import { intakeClaim, PersonsMatched } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { body } from '../../test/submission.js';
import { World } from '../../test/world.js';
import { ServeIntake } from './serve-intake.js';
import { WhenPersonsMatched } from './when-persons-matched.js';

describe('the claim check of a referral', () => {
  let world: World;
  let familyPlan: Actor;
  beforeAll(async () => {
    world = await World.make();
    const { municipality } = world;
    familyPlan = { kind: 'service', municipality, issuer: 'test', sub: newId(), azp: 'family-plan', functions: [] };
  });
  afterAll(() => world.stop());

  const claim = (id: string, version?: number) =>
    world.as(familyPlan, () => new ServeIntake(world.database).run(familyPlan, id, version));
  const match = async (id: string, familyId: string) => {
    const { members } = await claim(id);
    const matched = members.map(({ id: intakePersonId, role }) => ({
      intakePersonId,
      personId: newId(),
      role,
      households: [newId()],
    }));
    const data = { referralId: id, familyId, members: matched };
    const event = { type: PersonsMatched.type, data } as never;
    const react = () => world.react((tx) => new WhenPersonsMatched().handle(event, { tx }));
    await react();
    return { matched, react };
  };

  it('gives family-plan the persons as the sender wrote them, and logs the look', async () => {
    const sent = body();
    const { id, familyId } = await world.receive(sent);
    const answer = await claim(id);
    expect(intakeClaim.parse(JSON.parse(JSON.stringify(answer)))).toMatchObject({
      referralId: id,
      familyId,
      version: 1,
    });
    expect(answer.members.map(({ name, cpr, birthDate }) => [name, cpr, birthDate])).toEqual(
      sent.members.map(({ name, cpr, birthDate }) => [name, cpr, birthDate]),
    );
    expect(answer.households.map(({ address }) => address)).toEqual(['Strandvejen 1, 5800 Nyborg', undefined]);
    expect(await world.acts(answer.members[0]?.id ?? '')).toEqual(['intake.claim']);
  });

  it('is gone once the persons are matched: what stays is which person is which', async () => {
    const { id, familyId } = await world.receive();
    const { matched } = await match(id, familyId);
    await expect(claim(id)).rejects.toMatchObject({ kind: 'gone', problem: 'identities-dropped' });
    const [intake] = await world.all<object>('SELECT * FROM intake WHERE referral_id = $1', [id]);
    expect(intake).toMatchObject({
      document: null,
      members: matched.map(({ intakePersonId, personId, role }) => ({ id: intakePersonId, personId, role })),
    });
    expect(await world.acts(familyId)).toEqual(['referral.receive', 'intake.claim', 'intake.drop-identities']);
  });

  it('bears being told twice', async () => {
    const { id, familyId } = await world.receive();
    const { react } = await match(id, familyId);
    const before = await world.all('SELECT * FROM intake WHERE referral_id = $1', [id]);
    await react();
    expect(await world.all('SELECT * FROM intake WHERE referral_id = $1', [id])).toEqual(before);
  });

  it('is of the version that the event names: one not reached here is not found', async () => {
    const { id, familyId } = await world.receive();
    const [event] = await world.events(familyId);
    expect(event?.data).toMatchObject({ referralId: id, version: 1 });
    expect(await claim(id, 1)).toMatchObject({ version: 1 });
    await expect(claim(id, 2)).rejects.toMatchObject({ problem: 'not-found' });
  });

  it('finds nothing where there is no referral', async () => {
    await expect(claim(newId())).rejects.toMatchObject({ problem: 'not-found' });
  });
});
