import { FindHoldings, keepCustody, type Actor } from '@helhed/access';
import { newId } from '@helhed/kernel';
import { linkedCitizen } from '@helhed/testing';
import { World } from '../../test/world.js';
import { PlaceCourse } from '../courses/place-course.js';
import { holdings } from './held-appointments.js';

const wish = { from: '2026-10-01', weekday: 'thursday', startTime: '16:00' } as const;

describe('what is held here on a person', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.make();
  });
  afterAll(() => world.stop());

  const citizen = (person: string): Promise<Actor> => world.inTx((tx) => linkedCitizen(tx, person));
  const ask = (actor: Actor, person: string) =>
    world.as(actor, () => new FindHoldings(world.looks, holdings).run(actor, person));

  it('is the family’s seat and the appointments made with it, and not those of others in the group', async () => {
    const group = await world.group();
    const [home, maja, alma] = [newId(), newId(), newId()];
    const member = (personId: string, role: 'parent' | 'child') => ({ personId, role, households: [home] });
    const { familyId } = await world.seat(group, 0, { members: [member(maja, 'parent'), member(alma, 'child')] });
    await world.seat(group, 1);
    const actor = await citizen(maja);
    const seatOnly = { category: 'appointments', count: 1, since: '2026-09-02', units: ['familiestuen'] };
    expect(await ask(actor, maja)).toEqual([seatOnly]);
    const place = new PlaceCourse(world.database);
    const { sessions } = await world.as(world.leader, () => place.run(world.leader, group.id, group.version, wish));
    const [booked] = await world.all<{ n: number }>(
      'SELECT count(DISTINCT appointment_id)::int AS n FROM booking WHERE resource_id IN ($1, $2)',
      [maja, home],
    );
    // and a start, a midway and an evaluation conversation
    expect(booked!.n).toBe(sessions.length + 3);
    expect(await ask(actor, maja)).toEqual([{ ...seatOnly, count: 1 + sessions.length + 3 }]);
    await expect(ask(actor, alma)).rejects.toMatchObject({ problem: 'not-found' });
    const custody = { custodyId: newId(), familyId, childId: alma, holderId: maja, from: null, to: null };
    await world.inTx((tx) => keepCustody(tx, custody));
    // theme evenings and conversations are the parents’ own
    const withChildren = sessions.filter(({ kind }) => kind === 'session');
    expect(withChildren.length).toBeLessThan(sessions.length);
    expect(await ask(actor, alma)).toEqual([{ ...seatOnly, count: 1 + withChildren.length }]);
  });
});
