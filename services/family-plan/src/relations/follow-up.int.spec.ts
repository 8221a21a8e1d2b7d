import { as } from '../../test/actors.js';
import { basis, close, programme, seat, startTriage } from '../../test/cases.js';
import { gitte, kim, vibeke, type Family } from '../../test/family-h.js';
import { goals, said } from '../../test/plans.js';
import { received } from '../../test/told.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { daysAfter } from '../families/days-after.js';
import { SetRelation } from './set-relation.js';

let world: World;
let today: string;
beforeAll(async () => {
  world = await startWorld();
  today = await world.database.inTransaction(nyborg, async (tx) => tx.today);
});
afterEach(() => world.live());
afterAll(() => world.stop());

const [courseEnds, consentEnds, followedUntil] = [14, 60, 90];
const day = (number: number) => daysAfter(today, number);

/** On a course, with a goal; its contact pedagogue follows it until a day after the course has ended. */
async function onCourse(): Promise<Family> {
  const family = await received(world);
  await startTriage(world, family);
  await seat(world, family);
  const { sub, unit, function: name } = kim;
  const tie = {
    familyId: family.familyId,
    programme,
    kind: 'contact',
    sub,
    unit: unit as string,
    function: name,
  } as const;
  await as(vibeke, (actor) =>
    new SetRelation(world.database, world.families).run(actor, { ...tie, from: today, to: day(followedUntil) }),
  );
  await said(world, family);
  return family;
}

async function ended(family: Family): Promise<void> {
  await world.live(day(courseEnds));
  await close(world, family, day(courseEnds));
}

/** To the pedagogue's unit, until a day of its own. */
const consent = ({ familyId, maja, jonas, alma }: Family) =>
  basis(world, familyId, [maja, jonas, alma], {
    purpose: 'contact-support',
    categories: ['plan'],
    toUnit: kim.unit as string,
    validFrom: today,
    validTo: day(consentEnds),
  });

const withheld = (reason: string) => ({ total: 1, items: [{ withheld: [{ category: 'plan', reason }] }] });
const shown = { total: 1, items: [{ state: 'agreed', withheld: [] }] };

it('after the course, the group’s leader reads nothing of the family any more, and its enrolment has ended', async () => {
  const family = await onCourse();
  expect(await goals(world, family, gitte)).toMatchObject(shown);
  await ended(family);
  await expect(goals(world, family, gitte)).rejects.toMatchObject({ kind: 'not-found' });
  expect(await world.rows('SELECT ended_on::text FROM enrolment WHERE family_id = $1', [family.familyId])).toEqual([
    { ended_on: day(courseEnds) },
  ]);
});

describe('after the course, the contact pedagogue', () => {
  it('reads the plan on the parents’ consent to the follow-up, until the consent’s end, and the family until the relation’s', async () => {
    const family = await onCourse();
    await consent(family);
    expect(await goals(world, family, kim)).toMatchObject(shown);
    await ended(family);
    expect(await goals(world, family, kim)).toMatchObject(shown);
    await world.live(day(consentEnds - 1));
    expect(await goals(world, family, kim)).toMatchObject(shown);
    await world.live(day(consentEnds));
    expect(await goals(world, family, kim)).toMatchObject(withheld('basis-expired'));
    await world.live(day(followedUntil - 1));
    expect(await goals(world, family, kim)).toMatchObject(withheld('basis-expired'));
    await world.live(day(followedUntil));
    await expect(goals(world, family, kim)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('reads nothing of it without one, and is told so, however long the relation lasts', async () => {
    const family = await onCourse();
    await ended(family);
    expect(await goals(world, family, kim)).toMatchObject(withheld('no-basis'));
    await world.live(day(followedUntil));
    await expect(goals(world, family, kim)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('reads nothing once the relation is over, however long the consent lasts', async () => {
    const family = await onCourse();
    const { familyId, maja, jonas, alma } = family;
    await basis(world, familyId, [maja, jonas, alma], {
      purpose: 'contact-support',
      categories: ['plan'],
      toUnit: kim.unit as string,
      validTo: null,
    });
    await ended(family);
    await world.live(day(followedUntil - 1));
    expect(await goals(world, family, kim)).toMatchObject(shown);
    await world.live(day(followedUntil));
    await expect(goals(world, family, kim)).rejects.toMatchObject({ kind: 'not-found' });
  });
});
