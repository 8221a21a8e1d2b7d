import { Looks, theRegister } from '@helhed/access';
import { FamilyErased, FamilyPlanSnapshot, type CloudEvent } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { Paging } from '@helhed/web';
import { asserted } from '../../test/asserted.js';
import { nextEvent } from '../../test/events.js';
import { as, matched, personIn } from '../../test/families.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { EvaluateAccess } from '../decisions/evaluate-access.js';
import { SearchResources } from '../decisions/search-resources.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await world.live('2026-10-05');
});
afterAll(() => world.stop());

type Family = ReturnType<typeof matched>;
const pedagogue = personIn(nyborg, 'db-solsikken', 'pedagogue');
const lead = personIn(nyborg, 'familiestuen', 'programme-lead');
const triager = personIn(nyborg);
const officer = personIn(nyborg, 'raadhuset', 'data-protection-officer');
const erased = ({ familyId }: Family) => nextEvent(nyborg, FamilyErased, { familyId });
const looks = () => new Looks(world.database, theRegister);

const evaluated = (who: typeof pedagogue, { familyId }: Family, name: string) =>
  as(who, async (asker) => {
    const subject = { type: 'person', id: asker.sub };
    const question = { subject, resource: { type: 'family', id: familyId }, action: { name } };
    return (await new EvaluateAccess(looks()).one(asker, question)).context.reason;
  });
const found = (who: typeof pedagogue, name: string) =>
  as(who, async (asker) => {
    const subject = { type: 'person', id: asker.sub };
    const asked = { subject, resource: { type: 'family' }, action: { name }, page: { limit: 100 } };
    const search = new SearchResources(looks(), new Paging(Buffer.alloc(32, 1)));
    return (await search.run(asker, asked as never)).results.map(({ id }) => id);
  });

describe('a family that was erased', () => {
  it.each([
    ['its sender', pedagogue, 'basis.record'],
    ['who leads the programme', lead, 'relation.list'],
    ['who triages it', triager, 'custody.record'],
  ])('is not there for %s; others are', async (_, who, act) => {
    const [family, other] = [matched(), matched()];
    await world.hear(...family.events, ...other.events);
    expect(await evaluated(who, family, act)).toBe('allowed');
    await world.hear(erased(family));
    expect(await evaluated(who, family, act)).toBe('not-found');
    const all = await found(who, act);
    expect([all.includes(family.familyId), all.includes(other.familyId)]).toEqual([false, true]);
  });

  it('has no basis recorded; those that the register has stay for whom they name, and for the officer', async () => {
    const family = matched();
    await world.hear(...family.events);
    const record = () => as(pedagogue, (actor) => world.recordBasis.run(actor, asserted(family)));
    const { id } = await as(triager, (actor) => world.recordBasis.run(actor, asserted(family)));
    await world.hear(erased(family));
    await expect(record()).rejects.toMatchObject({ problem: 'family-unknown' });
    await expect(as(lead, (actor) => world.bases.get(actor, id))).rejects.toMatchObject({ problem: 'not-found' });
    for (const who of [triager, officer])
      expect(await as(who, (actor) => world.bases.get(actor, id))).toMatchObject({ id });
    expect(await evaluated(officer, family, 'basis.read')).toBe('allowed');
  });

  it('is there again when family-plan was restored from before', async () => {
    const family = matched();
    await world.hear(...family.events, erased(family), erased(family));
    const told = (events: readonly CloudEvent[]) => ({
      orderKey: family.familyId,
      standsAt: 0,
      events: events.map(({ type, data }) => ({ type, data })),
    });
    const restored = (events: readonly CloudEvent[], seq: number, incarnation: string) =>
      ({ ...family.event, type: FamilyPlanSnapshot.type, data: told(events), seq, incarnation }) as CloudEvent;
    await world.hear(restored([erased(family)], 1, newId()));
    expect(await evaluated(pedagogue, family, 'basis.record')).toBe('not-found');
    await world.hear(restored([family.event], 1, newId()));
    expect(await evaluated(pedagogue, family, 'basis.record')).toBe('allowed');
  });
});
