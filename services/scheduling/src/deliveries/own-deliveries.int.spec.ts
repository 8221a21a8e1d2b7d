import type { Actor } from '@helhed/access';
import { linkedCitizen } from '@helhed/testing';
import { enrolledIn, recipientIn } from '../../test/members.js';
import { World } from '../../test/world.js';
import { PlaceCourse } from '../courses/place-course.js';
import { ReadInvitation } from '../invitations/read-invitation.js';
import { FindDeliveries } from './find-deliveries.js';

const wish = { from: '2026-10-01', weekday: 'thursday', startTime: '16:00' } as const;
const notFound = { problem: 'not-found' };

describe('what was given out, as a citizen asks for it', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.make();
  });
  afterAll(() => world.stop());

  const own = (actor: Actor, person: string) =>
    world.as(actor, () => new FindDeliveries(world.looks, world.paging).ofPerson(actor, person, { limit: 50 }));

  it('is told to whom it was for, and of a child to who holds custody, who hears of no other adult', async () => {
    const group = await world.group();
    const { familyId: family } = await world.seat(group, 0);
    const other = await world.seat(group, 1);
    const place = new PlaceCourse(world.database);
    const { sessions } = await world.as(world.leader, () => place.run(world.leader, group.id, group.version, wish));
    for (const of of [family, other.familyId]) {
      const asked = { family: of, recipient: await recipientIn(world, of) };
      await world.as(world.leader, () => new ReadInvitation(world.looks).run(world.leader, sessions[0]!.id, asked));
    }
    const [mother, father] = await enrolledIn(world, family, 'parent');
    const [child] = await enrolledIn(world, family, 'child');
    const [her, him] = [
      await world.inTx((tx) => linkedCitizen(tx, mother!)),
      await world.inTx((tx) => linkedCitizen(tx, father!)),
    ];
    const mine = await own(her, mother!);
    expect(mine).toMatchObject({ items: [{ kind: 'invitation', unit: 'familiestuen', recipient: mother }], total: 1 });
    expect(JSON.stringify(mine)).not.toContain(family);
    expect(await own(her, child!)).toEqual(mine);
    const [look] = await world.all<{ subjects: string[] }>(
      'SELECT act, subjects, purposes FROM helhed.access_log ORDER BY id DESC LIMIT 1',
    );
    expect(look).toMatchObject({ act: 'delivery.own-list', purposes: ['own-insight'] });
    expect(look!.subjects.toSorted()).toEqual([child!, family].toSorted());
    expect(await own(him, father!)).toMatchObject({ items: [], total: 0 });
    expect(await own(him, child!)).toMatchObject({ items: [{ unit: 'familiestuen', recipient: null }], total: 1 });
    expect(JSON.stringify(await own(him, child!))).not.toContain(mother);
    for (const id of [father!, await recipientIn(world, other.familyId)])
      await expect(own(her, id)).rejects.toMatchObject(notFound);
  });
});
