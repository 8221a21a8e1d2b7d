import { Looks, noGround, standingBasesIn, type Actor } from '@helhed/access';
import { linkedCitizen } from '@helhed/testing';
import { placedCourse, type PlacedCourse } from '../../test/placed-course.js';
import { ReadInvitation } from '../invitations/read-invitation.js';
import { FindDeliveries } from './find-deliveries.js';

/** A-SCH-23: `none` tells that what was given out may still be shown. */
describe('that no CANCEL is due to an invitation', () => {
  let course: PlacedCourse;
  let karen: Actor;
  let citizen: Actor;
  beforeAll(async () => {
    course = await placedCourse();
    const { world, known, family, mother } = course;
    karen = world.person('familieafdelingen', 'family-coordinator');
    await known.coordinator(karen.sub, family);
    citizen = await world.inTx((tx) => linkedCitizen(tx, mother));
  });
  afterAll(() => course.world.stop());

  /** By who holds no lease; what was taken before, by who does. */
  const looks = () => new Looks(course.world.database, noGround, standingBasesIn('programme_copy'));
  const invite = (by: Actor, under = looks()) => {
    const { world, sessions, family, mother: recipient } = course;
    return world.as(by, () => new ReadInvitation(under).run(by, sessions[1]!.id, { family, recipient }));
  };
  const lists = () => {
    const { world, family, mother } = course;
    const deliveries = new FindDeliveries(looks(), world.paging);
    const asked = { limit: 50 };
    return [
      () => world.as(world.leader, () => deliveries.ofFamily(world.leader, family, asked)),
      () => world.as(citizen, () => deliveries.ofPerson(citizen, mother, asked)),
    ];
  };
  const cancels = () => Promise.all(lists().map(async (list) => (await list()).items.map(({ cancel }) => cancel)));

  it('is told of no basis that nobody can say is in force, neither to the family’s own, nor as an empty calendar', async () => {
    const { world, known, family } = course;
    const unavailable = { problem: 'consent-unavailable' };
    // what rests on no consent goes on
    await invite(world.leader);
    expect(await cancels()).toEqual([['none'], ['none']]);
    const terms = { layer: 'disclosure', purpose: 'coordination', toUnit: 'familieafdelingen' } as const;
    const basis = await known.mayHaveFeed(family, terms);
    await invite(karen, world.looks);
    for (const list of lists()) await expect(list()).rejects.toMatchObject(unavailable);
    await expect(invite(karen)).rejects.toMatchObject(unavailable);
    // another of the function, who may not see it, is not told that the first may
    const next = world.person('familieafdelingen', 'family-coordinator');
    await known.coordinator(next.sub, family, 'another');
    await expect(invite(next)).rejects.toMatchObject(unavailable);
    await known.withdraw(basis, family);
    expect(await cancels()).toEqual([
      ['none', 'due'],
      ['none', 'due'],
    ]);
    expect(await invite(karen)).toContain('METHOD:CANCEL');
  });
});
