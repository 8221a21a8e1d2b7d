import { newId } from '@helhed/kernel';
import { as } from '../../test/actors.js';
import { basis, close, programme, seat, startTriage, withdraw } from '../../test/cases.js';
import { gitte, kim, vibeke, type Family } from '../../test/family-h.js';
import { fill, goals, leave, registrations, said } from '../../test/plans.js';
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
const consent = ({ familyId, maja, jonas, alma }: Family, purpose: 'follow-up' | 'contact-support', to = consentEnds) =>
  basis(world, familyId, [maja, jonas, alma], {
    purpose,
    categories: ['plan'],
    toUnit: kim.unit as string,
    validFrom: today,
    validTo: day(to),
  });

/** Later, for a course of the same programme. @returns which referral */
async function referredAgain({ familyId }: Family): Promise<string> {
  const id = newId();
  await world.database.inTransaction(nyborg, (tx) =>
    tx.query(
      `INSERT INTO helhed.referral_replica (municipality, id, family_id, programme, programme_version, referring_unit)
       VALUES (helhed.tenant(), $1, $2, $3, 1, 'db-solsikken')`,
      [id, familyId, programme],
    ),
  );
  return id;
}

const withheld = (reason: string) => ({
  total: 1,
  items: [{ withheld: ['plan', 'registration-form'].map((category) => ({ category, reason })) }],
});
const shown = { total: 1, items: [{ state: 'agreed', withheld: [] }] };
const notFound = { kind: 'not-found' };

it('after the course, the group’s leader reads nothing of the family any more, and its enrolment has ended', async () => {
  const family = await onCourse();
  expect(await goals(world, family, gitte)).toMatchObject(shown);
  await ended(family);
  await expect(goals(world, family, gitte)).rejects.toMatchObject(notFound);
  expect(await world.rows('SELECT ended_on::text FROM enrolment WHERE family_id = $1', [family.familyId])).toEqual([
    { ended_on: day(courseEnds) },
  ]);
});

describe('after the course, the contact pedagogue', () => {
  it('reads the plan on the parents’ consent to the follow-up, until the consent’s end, and the family until the relation’s', async () => {
    const family = await onCourse();
    await consent(family, 'follow-up');
    await ended(family);
    expect(await goals(world, family, kim)).toMatchObject(shown);
    await world.live(day(consentEnds - 1));
    expect(await goals(world, family, kim)).toMatchObject(shown);
    await world.live(day(consentEnds));
    expect(await goals(world, family, kim)).toMatchObject(withheld('basis-expired'));
    await world.live(day(followedUntil - 1));
    expect(await goals(world, family, kim)).toMatchObject(withheld('basis-expired'));
    await world.live(day(followedUntil));
    await expect(goals(world, family, kim)).rejects.toMatchObject(notFound);
  });

  it('reads it by that no day before', async () => {
    const family = await onCourse();
    await consent(family, 'follow-up');
    expect(await goals(world, family, kim)).toMatchObject(withheld('no-basis'));
    await world.live(day(courseEnds));
    expect(await goals(world, family, kim)).toMatchObject(withheld('no-basis'));
    await ended(family);
    expect(await goals(world, family, kim)).toMatchObject(shown);
  });

  it.each([
    ['closed', ended],
    ['withdrawn', (family: Family) => withdraw(world, family)],
  ])('reads nothing on what was for the course, once its referral is %s', async (_how, end) => {
    const family = await onCourse();
    await consent(family, 'contact-support', followedUntil);
    expect(await goals(world, family, kim)).toMatchObject(shown);
    await end(family);
    expect(await goals(world, family, kim)).toMatchObject(withheld('no-basis'));
  });

  it('reads nothing of it without one, and is told so, however long the relation lasts', async () => {
    const family = await onCourse();
    await ended(family);
    expect(await goals(world, family, kim)).toMatchObject(withheld('no-basis'));
    await world.live(day(followedUntil));
    await expect(goals(world, family, kim)).rejects.toMatchObject(notFound);
  });

  it('reads nothing once the relation is over, however long the consent lasts', async () => {
    const family = await onCourse();
    await consent(family, 'follow-up', 2 * followedUntil);
    await ended(family);
    await world.live(day(followedUntil - 1));
    expect(await goals(world, family, kim)).toMatchObject(shown);
    await world.live(day(followedUntil));
    await expect(goals(world, family, kim)).rejects.toMatchObject(notFound);
  });

  it('goes on with the plan where it is shown, and reaches nothing that is the course’s alone', async () => {
    const family = await onCourse();
    await fill(world, family, { by: gitte });
    expect((await registrations(world, family)).total).toBe(1);
    await consent(family, 'follow-up');
    await ended(family);
    const [goal] = (await goals(world, family, kim)).items;
    expect(await leave(world, goal?.id as string, kim)).toMatchObject({ id: goal?.id });
    expect(await goals(world, family, kim)).toMatchObject({ items: [{ state: 'left' }] });
    await expect(registrations(world, family)).rejects.toMatchObject(notFound);
  });

  it('is the course’s again once the family has a place anew', async () => {
    const family = await onCourse();
    await consent(family, 'contact-support');
    await ended(family);
    expect(await goals(world, family, kim)).toMatchObject(withheld('no-basis'));
    const referralId = await referredAgain(family);
    await seat(world, { familyId: family.familyId, referralId });
    expect(await goals(world, family, kim)).toMatchObject(shown);
  });
});
