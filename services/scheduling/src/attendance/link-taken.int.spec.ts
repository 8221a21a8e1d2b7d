import { appliedEpoch, raiseParked, WhenBasisTold, WhenCitizenLinked, WhenLinkTaken, type Actor } from '@helhed/access';
import { AccessTakenAway, CitizenLinked, eventSource, type CloudEvent } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { Applier } from '@helhed/messaging';
import { enrolledIn } from '../../test/members.js';
import { World } from '../../test/world.js';
import { WhenAccessMoved } from '../deliveries/when-access-moved.js';
import { FindAttendance } from './find-attendance.js';

let world: World;
let applier: Applier;
beforeAll(async () => {
  world = await World.make();
  const report = (_: string, error: unknown) => {
    throw error;
  };
  applier = new Applier(
    world.database,
    'scheduling',
    async (event, tx) => {
      if (event.type === CitizenLinked.type) return new WhenCitizenLinked().link(event as never, { tx });
      await new WhenBasisTold().take(event as never, { tx });
      await new WhenLinkTaken().take(event as never, { tx });
      return new WhenAccessMoved().taken(event as never, { tx });
    },
    report,
    undefined,
    raiseParked,
  );
});
afterAll(() => world.stop());

const event = (type: string, context: 'consent' | 'family-plan', orderkey: string, data: object): CloudEvent => ({
  specversion: '1.0',
  id: newId(),
  source: eventSource(world.municipality, context),
  type,
  subject: orderkey,
  time: '2026-10-04T08:00:00Z',
  datacontenttype: 'application/json',
  municipality: world.municipality,
  incarnation: newId(),
  orderkey,
  seq: 1,
  data: data as Record<string, unknown>,
});

/** A parent of a family that has a seat, a child in the parent's custody, and an account that is to be the parent's. */
async function aParent(place: number) {
  const { familyId } = await world.seat(await world.group(), place);
  const [[personId], [child]] = [
    await enrolledIn(world, familyId, 'parent'),
    await enrolledIn(world, familyId, 'child'),
  ];
  const whole = { linkId: newId(), personId: personId!, sub: newId(), linkedOn: '2026-09-14', endedOn: '2026-10-04' };
  const { endedOn: _, ...data } = whole;
  const { municipality } = world;
  const actor: Actor = {
    kind: 'citizen',
    municipality,
    issuer: 'test',
    sub: whole.sub,
    azp: 'pages',
    functions: [],
    person: whole.personId,
  };
  const read = (person: string) =>
    world.as(actor, () => new FindAttendance(world.looks, world.paging).ofPerson(actor, person, { limit: 50 }));
  return {
    child: () => read(child!),
    self: () => read(whole.personId),
    linked: event(CitizenLinked.type, 'family-plan', whole.personId, data),
    taken: (epoch: number) => {
      const told = { familyId, relation: null, custody: null, link: whole, epoch };
      return event(AccessTakenAway.type, 'consent', familyId, told);
    },
  };
}
const epoch = () => world.inTx(appliedEpoch);
const notFound = { problem: 'not-found' };

describe('a link whose end consent tells before family-plan does', () => {
  it('lets the account read neither the person nor a child in its custody, from the epoch on that it raised', async () => {
    const { child, self, linked, taken } = await aParent(0);
    await applier.apply([linked]);
    for (const read of [self, child]) expect(await read()).toMatchObject({ total: 0 });
    const raised = (await epoch()) + 1;
    await applier.apply([taken(raised)]);
    expect(await epoch()).toBe(raised);
    for (const read of [self, child]) await expect(read()).rejects.toMatchObject(notFound);
  });

  it('lets it in neither where its beginning comes after its end', async () => {
    const { child, self, linked, taken } = await aParent(1);
    await applier.apply([taken((await epoch()) + 1)]);
    await applier.apply([linked]);
    for (const read of [self, child]) await expect(read()).rejects.toMatchObject(notFound);
  });
});
