import { keepCustody } from '@helhed/access';
import { newId } from '@helhed/kernel';
import { linkedCitizen } from '@helhed/testing';
import { Known } from '../../test/known.js';
import { custodyOf } from '../../test/members.js';
import { World } from '../../test/world.js';
import type { SessionView } from '../courses/courses.dto.js';
import { PlaceCourse } from '../courses/place-course.js';
import type { GroupView } from '../groups/groups.dto.js';
import { ReadInvitation } from '../invitations/read-invitation.js';
import { CreateFeed } from './create-feed.js';
import { hashOfSecret, newFeedSecret } from './feed-secret.js';
import { FindFeeds } from './find-feeds.js';
import { ReadFeed } from './read-feed.js';
import { RotateFeed } from './rotate-feed.js';

const wish = { from: '2026-10-01', weekday: 'thursday', startTime: '16:00' } as const;
// theme evenings, and the family’s conversations, are the parents’ own
const [sessionsOnly, parentsOnly, all] = [13, 3 + 3, 16 + 3];

describe('the calendar of one person of a family', () => {
  let world: World;
  let known: Known;
  let group: GroupView;
  let sessions: SessionView[];
  let place: number;
  beforeAll(async () => {
    world = await World.make();
    known = new Known(world);
  });
  beforeEach(async () => {
    [group, place] = [await world.group(), 0];
    const placing = new PlaceCourse(world.database);
    ({ sessions } = await world.as(world.leader, () => placing.run(world.leader, group.id, group.version, wish)));
  });
  afterAll(() => world.stop());

  /** Parents who live apart, a child in the custody of both, and somebody else who comes; each with a consent of its own. */
  async function make() {
    const [mother, father, child, aunt] = [newId(), newId(), newId(), newId()];
    const { familyId: family } = await world.seat(group, place++, {
      members: [
        { personId: mother, role: 'parent', households: [newId()] },
        { personId: father, role: 'parent', households: [newId()] },
        { personId: child, role: 'child', households: [] },
        { personId: aunt, role: 'other', households: [] },
      ],
    });
    const custody: Record<string, string> = {};
    for (const holder of [mother, father]) custody[holder] = await custodyOf(world, family, child, holder);
    const bases: Record<string, string> = {};
    for (const person of [mother, father, child, aunt])
      bases[person] = await known.mayHaveFeed(family, { persons: [person] });
    const end = (holder: string) =>
      world.inTx((tx) =>
        keepCustody(tx, {
          custodyId: custody[holder]!,
          familyId: family,
          childId: child,
          holderId: holder,
          from: null,
          to: '2026-09-01',
        }),
      );
    return { family, mother, father, child, aunt, bases, end };
  }
  const create = (family: string, recipient: string) =>
    world.as(world.leader, () =>
      new CreateFeed(world.database, world.looks, new FindFeeds(world.looks)).run(world.leader, {
        for: 'family',
        family,
        recipient,
      }),
    );
  const read = (secret: string) =>
    world.as(world.stranger, () => new ReadFeed(world.database, world.looks).run(secret));
  const events = (file: string) => file.split('BEGIN:VEVENT').length - 1;
  /** How many appointments the recipient's calendar has, asked at any time. */
  const calendar = async (family: string, recipient: string) => {
    const { url } = await create(family, recipient);
    return async () => events(await read(/\/feeds\/(.+)\.ics$/.exec(url!)![1]!));
  };
  const invite = (family: string, recipient: string | undefined, session: SessionView) =>
    world.as(world.leader, () =>
      new ReadInvitation(world.looks).run(world.leader, session.id, { family, ...(recipient && { recipient }) }),
    );
  const lines = (file: string) => file.replaceAll('\r\n ', '').split('\r\n');
  const ofKind = (kind: SessionView['kind']) => sessions.find((session) => session.kind === kind)!;

  it('is empty once the recipient takes its own consent back, and the other parent’s stays', async () => {
    const { family, mother, father, bases } = await make();
    const [hers, his] = [await calendar(family, mother), await calendar(family, father)];
    expect([await hers(), await his()]).toEqual([all, all]);
    await known.withdraw(bases[mother]!, family);
    expect([await hers(), await his()]).toEqual([0, all]);
  });

  it('has what a parent comes to alone once a consent for the child is taken back, whoever’s calendar it is', async () => {
    const { family, mother, father, child, bases } = await make();
    const [hers, his] = [await calendar(family, mother), await calendar(family, father)];
    await known.withdraw(bases[child]!, family);
    expect([await hers(), await his()]).toEqual([parentsOnly, parentsOnly]);
  });

  it('has the child’s sessions no more from the day on which custody ended', async () => {
    const { family, mother, father, end } = await make();
    const [hers, his] = [await calendar(family, mother), await calendar(family, father)];
    await end(father);
    expect([await hers(), await his()]).toEqual([all, parentsOnly]);
    await expect(invite(family, father, ofKind('session'))).rejects.toMatchObject({ problem: 'not-found' });
    expect(await invite(family, father, ofKind('theme-evening'))).toContain('METHOD:REQUEST');
  });

  it('of a custody holder who does not come itself has what the child comes to, while custody lasts', async () => {
    const { family, child } = await make();
    const elsewhere = newId();
    await world.referred(family, [elsewhere]);
    const custodyId = await custodyOf(world, family, child, elsewhere);
    const his = await calendar(family, elsewhere);
    expect(await his()).toBe(0);
    await known.mayHaveFeed(family, { persons: [elsewhere] });
    expect(await his()).toBe(sessionsOnly);
    const custody = { custodyId, familyId: family, childId: child, holderId: elsewhere, from: null };
    await world.inTx((tx) => keepCustody(tx, { ...custody, to: '2026-09-01' }));
    expect(await his()).toBe(0);
  });

  it('of another adult and of a child old enough for access of its own has the sessions', async () => {
    const { family, child, aunt, bases, mother } = await make();
    await world.inTx((tx) => linkedCitizen(tx, child));
    const [hers, own] = [await calendar(family, aunt), await calendar(family, child)];
    expect([await hers(), await own()]).toEqual([sessionsOnly, sessionsOnly]);
    await known.withdraw(bases[mother]!, family);
    expect([await hers(), await own()]).toEqual([sessionsOnly, sessionsOnly]);
    await expect(invite(family, aunt, ofKind('theme-evening'))).rejects.toMatchObject({ problem: 'not-found' });
  });

  it('is for nobody outside the family, and for no child too young for access of its own', async () => {
    const { family, child } = await make();
    const other = await make();
    for (const person of [child, other.mother, newId()]) {
      const fields = [{ field: 'recipient', rule: 'not-a-member' }];
      await expect(create(family, person)).rejects.toMatchObject({ kind: 'rule', problem: 'not-a-member', fields });
      // whoever asked was told something of who is in the family, and nothing of anybody else
      const [look] = await world.all('SELECT kind, act, subjects FROM helhed.access_log ORDER BY id DESC LIMIT 1');
      const subjects = expect.arrayContaining(person === child ? [family, child] : [family]);
      expect(look).toMatchObject({ kind: 'look', act: 'feed.create', subjects });
      expect((look as { subjects: string[] }).subjects).toHaveLength(person === child ? 2 : 1);
      await expect(invite(family, person, ofKind('session'))).rejects.toMatchObject({ problem: 'not-found' });
    }
    // who is out of reach is asked first: nothing tells whether the family is there
    await expect(create(newId(), other.mother)).rejects.toMatchObject({ problem: 'resource-unknown' });
  });

  it('is an invitation that names its recipient by an id, and is noted for each recipient by itself', async () => {
    const { family, mother, father } = await make();
    const [session] = sessions as [SessionView];
    for (const [recipient, other] of [
      [mother, father],
      [father, mother],
    ] as const) {
      const file = lines(await invite(family, recipient, session));
      expect(file.filter((line) => line.startsWith('ATTENDEE'))).toEqual([
        expect.stringMatching(new RegExp(`mailto:${recipient}@modtager\\.helhed\\.invalid$`, 'i')),
      ]);
      for (const secret of [other, family]) expect(file.join()).not.toContain(secret);
    }
    const rows = await world.all<{ recipient_id: string; persons: string[] }>(
      'SELECT recipient_id, persons FROM delivery WHERE family_id = $1',
      [family],
    );
    expect(rows.map(({ recipient_id: id }) => id).toSorted()).toEqual([mother, father].toSorted());
    for (const { recipient_id: id, persons } of rows) expect(persons).toContain(id);
    await expect(invite(family, undefined, session)).rejects.toMatchObject({ problem: 'not-found' });
  });

  it('from before feeds had a recipient is closed: empty, and without a new secret', async () => {
    const { family } = await make();
    const [id, secret] = [newId(), newFeedSecret(world.municipality)];
    await world.inTx((tx) =>
      tx.query(
        `INSERT INTO feed (municipality, id, kind, subject_id, secret_hash, version)
         VALUES (helhed.tenant(), $1, 'family', $2, $3, 1)`,
        [id, family, hashOfSecret(secret)],
      ),
    );
    expect(events(await read(secret))).toBe(0);
    const found = await world.as(world.leader, () => new FindFeeds(world.looks).get(world.leader, id));
    expect(found).toMatchObject({ subject: family, recipient: null, url: null });
    const rotate = world.as(world.leader, () => new RotateFeed(world.database, world.looks).run(world.leader, id, 1));
    await expect(rotate).rejects.toMatchObject({ kind: 'conflict', problem: 'feed-closed' });
  });
});
