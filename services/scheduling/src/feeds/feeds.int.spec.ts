import { newId } from '@helhed/kernel';
import { Known } from '../../test/known.js';
import { whileLocked } from '../../test/while-locked.js';
import { recipientIn } from '../../test/members.js';
import { World } from '../../test/world.js';
import { PlaceCourse } from '../courses/place-course.js';
import type { GroupView } from '../groups/groups.dto.js';
import { CreateFeed } from './create-feed.js';
import type { CreateFeed as Wish, FeedView } from './feeds.dto.js';
import { FindFeeds } from './find-feeds.js';
import { ReadFeed } from './read-feed.js';
import { RotateFeed } from './rotate-feed.js';

const where = { from: '2026-10-01', weekday: 'thursday', startTime: '16:00' } as const;

describe('a calendar feed', () => {
  let world: World;
  let group: GroupView;
  let family: string;
  let neighbour: string;
  let recipient: string;
  beforeAll(async () => {
    world = await World.make();
    group = await world.group();
    family = (await world.seat(group, 0)).familyId;
    recipient = await recipientIn(world, family);
    neighbour = (await world.seat(group, 1)).familyId;
    for (const id of [family, neighbour]) await new Known(world).mayHaveFeed(id);
    await world.as(world.leader, () =>
      new PlaceCourse(world.database).run(world.leader, group.id, group.version, where),
    );
  });
  afterAll(() => world.stop());

  const create = (wish: Wish, key?: string, actor = world.leader) =>
    world.as(
      actor,
      () => new CreateFeed(world.database, world.looks, new FindFeeds(world.looks)).run(actor, wish),
      key,
    );
  const secretOf = ({ url }: FeedView) => /\/feeds\/(.+)\.ics$/.exec(url!)![1]!;
  const read = (secret: string) =>
    world.as(world.stranger, () => new ReadFeed(world.database, world.looks).run(secret));
  const events = (file: string) => file.split('\r\n').filter((line) => line === 'BEGIN:VEVENT').length;

  it("of a family has its sessions, theme evenings and conversations, and nothing of another family's", async () => {
    const file = await read(secretOf(await create({ for: 'family', family, recipient })));
    expect(events(file)).toBe(19);
    for (const secret of [neighbour, family, recipient, group.id, 'Torsdag', 'Sanne'])
      expect(file).not.toContain(secret);
    expect(file).toContain('DTSTART;TZID=Europe/Copenhagen:20261029T160000');
  });

  it('of a member of staff has what the person is booked for, and its UIDs stay', async () => {
    const secret = secretOf(await create({ for: 'staff', staff: group.staff[0]! }));
    const uids = async () => (await read(secret)).split('\r\n').filter((line) => line.startsWith('UID'));
    // of the group's course, and of each family's conversations
    expect(await uids()).toHaveLength(16 + 2 * 3);
    expect(await uids()).toEqual(await uids());
  });

  it('tells its secret once and keeps a hash: the same request again gets the feed without it', async () => {
    const key = newId();
    const first = await create({ for: 'family', family, recipient }, key);
    expect(await create({ for: 'family', family, recipient }, key)).toEqual({ ...first, url: null });
    const [row] = await world.all<{ row: string }>('SELECT feed::text AS row FROM feed WHERE id = $1', [first.id]);
    expect(row!.row).not.toContain(secretOf(first));
  });

  it('the same request twice at once makes one feed, and a secret that is told opens it', async () => {
    const key = newId();
    const answers = await whileLocked(world, 'feed', 2, () =>
      Promise.all([1, 2].map(() => create({ for: 'family', family, recipient }, key))),
    );
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    const told = answers.filter(({ url }) => url !== null);
    expect(told).toHaveLength(1);
    expect(events(await read(secretOf(told[0]!)))).toBe(19);
  });

  it('opens nothing with the old secret after a new one was made', async () => {
    const feed = await create({ for: 'family', family, recipient });
    const rotated = await world.as(world.leader, () =>
      new RotateFeed(world.database, world.looks).run(world.leader, feed.id, feed.version),
    );
    await expect(read(secretOf(feed))).rejects.toMatchObject({ problem: 'not-found' });
    expect(events(await read(secretOf(rotated)))).toBe(19);
    const again = world.as(world.leader, () =>
      new RotateFeed(world.database, world.looks).run(world.leader, feed.id, feed.version),
    );
    await expect(again).rejects.toMatchObject({ problem: 'stale' });
  });

  it('opens nothing with a guess, of another municipality or of no form', async () => {
    const secret = secretOf(await create({ for: 'family', family, recipient }));
    for (const guess of [
      `0561${secret.slice(4)}`,
      `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`,
      'x',
      '',
    ])
      await expect(read(guess)).rejects.toMatchObject({ problem: 'not-found' });
  });

  it('logs each look with the link and whose calendar it is', async () => {
    const feed = await create({ for: 'family', family, recipient });
    await read(secretOf(feed));
    const [log] = await world.all<object>(
      `SELECT kind, act, subjects, actor_kind, actor_sub FROM helhed.access_log ORDER BY id DESC LIMIT 1`,
    );
    expect(log).toEqual({
      kind: 'look',
      act: 'feed.subscribe',
      subjects: expect.arrayContaining([family]),
      actor_kind: 'secret-link',
      actor_sub: feed.id,
    });
  });

  it('is made only for who is within reach', async () => {
    const unknown = { problem: 'resource-unknown' };
    await expect(create({ for: 'family', family, recipient }, undefined, world.stranger)).rejects.toMatchObject(
      unknown,
    );
    await expect(create({ for: 'family', family: newId(), recipient })).rejects.toMatchObject(unknown);
    await expect(create({ for: 'staff', staff: group.staff[0]! }, undefined, world.stranger)).rejects.toMatchObject(
      unknown,
    );
  });
});
