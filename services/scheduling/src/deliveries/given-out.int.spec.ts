import type { Actor } from '@helhed/access';
import { newId } from '@helhed/kernel';
import { requestContext } from '@helhed/telemetry';
import { Known } from '../../test/known.js';
import { recipientIn } from '../../test/members.js';
import { World } from '../../test/world.js';
import { CancelSession } from '../courses/cancel-session.js';
import { PlaceCourse } from '../courses/place-course.js';
import { CreateFeed } from '../feeds/create-feed.js';
import { FindFeeds } from '../feeds/find-feeds.js';
import { ReadFeed } from '../feeds/read-feed.js';
import { ReadInvitation } from '../invitations/read-invitation.js';

const head = (actor: Actor, work: () => Promise<string>) =>
  requestContext.run({ requestId: newId(), method: 'HEAD', actor }, work);
const wish = { from: '2026-10-01', weekday: 'thursday', startTime: '16:00' } as const;

it('a HEAD of an invitation or a feed gives nothing out: none is noted, and a CANCEL stays due', async () => {
  const world = await World.make();
  const { leader, looks, database } = world;
  const known = new Known(world);
  const group = await world.group();
  const family = (await world.seat(group, 0)).familyId;
  const { sessions } = await world.as(leader, () =>
    new PlaceCourse(database).run(leader, group.id, group.version, wish),
  );
  const { id, version } = sessions[0]!;
  await known.mayHaveFeed(family);
  const recipient = await recipientIn(world, family);
  const { url } = await world.as(leader, () =>
    new CreateFeed(database, looks, new FindFeeds(looks)).run(leader, { for: 'family', family, recipient }),
  );
  const secret = /\/feeds\/(.+)\.ics$/.exec(url ?? '')?.[1] ?? '';
  const invitation = () => new ReadInvitation(looks).run(leader, id, { family, recipient });
  const rows = () => world.all('SELECT kind, times, cancel_due_since, cancelled_at FROM delivery ORDER BY kind');

  expect(await head(leader, invitation)).toContain('METHOD:REQUEST');
  expect(await head(world.stranger, () => new ReadFeed(database, looks).run(secret))).toContain('BEGIN:VEVENT');
  expect(await rows()).toEqual([]);

  await world.as(leader, invitation);
  await world.as(leader, () => new CancelSession(database).run(leader, id, version));
  const due = await rows();
  expect(due).toMatchObject([{ times: 1, cancelled_at: null }]);
  const asked = await head(leader, invitation);
  expect([asked.includes('METHOD:CANCEL'), asked.includes('SEQUENCE:1')]).toEqual([true, true]);
  expect(await rows()).toEqual(due);
  expect(await world.as(leader, invitation)).toContain('METHOD:CANCEL');
  expect(await rows()).not.toEqual(due);
  await world.stop();
}, 60_000);
