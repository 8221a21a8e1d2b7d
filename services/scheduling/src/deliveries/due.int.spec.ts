import { keepCustody, type Actor } from '@helhed/access';
import { CancelDue } from '@helhed/contracts';
import { Workers } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { Known } from '../../test/known.js';
import { enrolledIn } from '../../test/members.js';
import { World } from '../../test/world.js';
import { CancelSession } from '../courses/cancel-session.js';
import type { SessionView } from '../courses/courses.dto.js';
import { PlaceCourse } from '../courses/place-course.js';
import type { GroupView } from '../groups/groups.dto.js';
import { ReadInvitation } from '../invitations/read-invitation.js';
import { lookAtEarlier } from '../migrations/0019-recipients.js';
import { snapshotOf } from '../snapshot/snapshot-of.js';
import { DueTimer } from './due-timer.js';
import type { DueDeliveryQuery } from './deliveries.dto.js';
import { FindDeliveries } from './find-deliveries.js';
import { FindDueDeliveries } from './find-due-deliveries.js';
import { SettleDue } from './settle-due.js';
import { WhenAccessMoved } from './when-access-moved.js';

const wish = { from: '2026-10-01', weekday: 'thursday', startTime: '16:00' } as const;

describe('an invitation that is to be called off', () => {
  let world: World;
  let known: Known;
  let group: GroupView;
  let sessions: SessionView[];
  let family: string;
  let [mother, father]: string[] = [];
  let coordinator: Actor;
  beforeEach(async () => {
    world = await World.make();
    known = new Known(world);
    group = await world.group();
    family = (await world.seat(group, 0)).familyId;
    [mother, father] = await enrolledIn(world, family, 'parent');
    const place = new PlaceCourse(world.database);
    ({ sessions } = await world.as(world.leader, () => place.run(world.leader, group.id, group.version, wish)));
    coordinator = world.person('familieafdelingen', 'family-coordinator');
    await known.coordinator(coordinator.sub, family);
  });
  afterEach(() => world.stop());

  const invite = (actor: Actor, recipient?: string, session = sessions[0]!) =>
    world.as(actor, () =>
      new ReadInvitation(world.looks).run(actor, session.id, { family, ...(recipient && { recipient }) }),
    );
  const list = (actor: Actor, query: Partial<DueDeliveryQuery> = {}) =>
    world.as(actor, () =>
      new FindDueDeliveries(world.looks, world.paging).page(actor, { cancel: 'due', limit: 50, ...query }),
    );
  const due = async (actor = world.lead) => (await list(actor)).items.map(({ recipient }) => recipient);
  const told = async () => (await world.events('cancel-due')).map(({ data }) => data);
  const settle = () => new SettleDue(world.looks);
  /** As the timer does, soon and at midnight. */
  const lookNow = () => new DueTimer(world.database, world.workers, settle()).run();
  /** The event is heard beside what another reaction keeps of it; then it is looked. */
  const heard = async (keep: () => Promise<unknown>, react: (when: WhenAccessMoved, tx: never) => Promise<void>) => {
    // what was given out before is looked at already
    await lookNow();
    await Promise.all([world.inTx((tx) => react(new WhenAccessMoved(), { tx } as never)), keep()]);
    await lookNow();
  };
  const custodyEnds = async (holder: string) => {
    const rows = await world.all<{ id: string; child: string }>(
      'SELECT id, child_id AS child FROM helhed.custody_replica WHERE holder_id = $1',
      [holder],
    );
    for (const { id, child } of rows) {
      const custody = { custodyId: id, familyId: family, childId: child, holderId: holder, from: null };
      const data = { ...custody, to: '2026-09-01' };
      await heard(
        () => world.inTx((tx) => keepCustody(tx, data)),
        (when, context) => when.ended({ data } as never, context),
      );
    }
  };
  const mayCoordinatorSee = (more: object = {}) =>
    known.mayHaveFeed(family, { layer: 'disclosure', purpose: 'coordination', toUnit: 'familieafdelingen', ...more });
  const changed = (basisId: string, keep: () => Promise<unknown>) =>
    heard(keep, (when, context) => {
      const data = { basisId, familyId: family, coverage: [{ personId: mother }] };
      return when.changed({ data } as never, context);
    });
  const given = (keep: () => Promise<unknown>) =>
    heard(keep, (when, context) => when.given({ data: { familyId: family, persons: [] } } as never, context));

  it('is found when custody ends: one recipient’s, told once by ids, and listed until its CANCEL is fetched', async () => {
    for (const recipient of [mother, father]) await invite(world.leader, recipient);
    expect(await due()).toEqual([]);
    await custodyEnds(father!);
    const { items } = await list(world.leader);
    const [row] = await world.all<{ id: string }>('SELECT id FROM delivery WHERE recipient_id = $1', [father]);
    expect(items).toEqual([
      {
        id: row!.id,
        family,
        session: sessions[0]!.id,
        recipient: father,
        unit: 'familiestuen',
        function: 'group-leader',
        lastOn: '2026-09-01',
        dueSince: expect.stringMatching(/^2026-09-01T08:0\d:\d\d\.\d{3}Z$/),
      },
    ]);
    const telling = { familyId: family, deliveries: [row!.id], dueOn: '2026-09-01' };
    expect(await told()).toEqual([telling]);
    const again = await world.inTx((tx) => snapshotOf(tx, family));
    expect(again.filter(({ type }) => type === CancelDue.type).map(({ data }) => data)).toEqual([telling]);
    const view = await world.as(world.leader, () =>
      new FindDeliveries(world.looks, world.paging).ofFamily(world.leader, family, { limit: 50 }),
    );
    expect(view.items.find(({ recipient }) => recipient === father)).toMatchObject({
      cancel: 'due',
      cancelDueSince: items[0]!.dueSince,
    });
    expect(await invite(world.leader, father)).toContain('METHOD:CANCEL');
    expect(await due()).toEqual([]);
    expect((await world.inTx((tx) => snapshotOf(tx, family))).map(({ type }) => type)).not.toContain(CancelDue.type);
    await lookNow();
    expect(await told()).toHaveLength(1);
  });

  it('is found when a consent is withdrawn, and is so no more where it may be shown again', async () => {
    const basis = await mayCoordinatorSee();
    await invite(coordinator, mother);
    await changed(basis, () => known.withdraw(basis, family));
    expect(await due()).toEqual([mother]);
    await changed(basis, () => known.withdraw(basis, family));
    expect(await told()).toHaveLength(1);
    await given(() => mayCoordinatorSee());
    expect(await due()).toEqual([]);
  });

  it('is found at midnight when a basis expires, without an event', async () => {
    await mayCoordinatorSee({ validTo: '2026-09-03' });
    await invite(coordinator, mother);
    await lookNow();
    expect(await due()).toEqual([]);
    await world.setClock('2026-09-03T00:30:00Z');
    await lookNow();
    expect(await due()).toEqual([mother]);
    await lookNow();
    expect(await told()).toMatchObject([{ familyId: family, dueOn: '2026-09-03' }]);
  });

  it('is one to a session that has not begun, when its referral is closed; what it came to is over', async () => {
    const [first, second] = sessions as [SessionView, SessionView];
    for (const session of [first, second]) await invite(world.leader, mother, session);
    await world.setClock(first.endsAt);
    await heard(
      () => known.closed(family),
      (when, context) => when.closed({ data: { familyId: family } } as never, context),
    );
    expect((await list(world.lead)).items.map(({ session }) => session)).toEqual([second.id]);
    expect(await told()).toHaveLength(1);
    await world.setClock(sessions.at(-1)!.endsAt);
    await lookNow();
    expect((await list(world.lead)).items.map(({ session }) => session)).toEqual([second.id]);
  });

  it('is found by two instances at once, and told once', async () => {
    const basis = await mayCoordinatorSee();
    await invite(coordinator, mother);
    await known.withdraw(basis, family);
    await Promise.all([1, 2, 3].map(() => lookNow()));
    expect(await told()).toHaveLength(1);
  });

  it('is every one to a session that is off, one event for each family', async () => {
    const [off] = sessions as [SessionView];
    await invite(world.leader, mother);
    await invite(world.leader, father);
    await invite(world.leader, mother, sessions[1]);
    await world.as(world.leader, () => new CancelSession(world.database).run(world.leader, off.id, off.version));
    expect(new Set(await due())).toEqual(new Set([mother, father]));
    expect((await list(world.lead)).items.map(({ session }) => session)).toEqual([off.id, off.id]);
    expect(await told()).toMatchObject([{ familyId: family, deliveries: [expect.anything(), expect.anything()] }]);
  });

  it('from before there were recipients is due, and its CANCEL is for the family as a whole', async () => {
    await world.inTx((tx) =>
      tx.query(
        `INSERT INTO delivery (municipality, id, kind, family_id, session_id, unit, function, first_on, last_on, times,
           local_date, start_time, sequence)
         VALUES (helhed.tenant(), $1, 'invitation', $2, $3, 'familiestuen', 'group-leader', '2026-08-20', '2026-08-20', 1,
           '2026-10-01', '16:00', 0)`,
        [newId(), family, sessions[0]!.id],
      ),
    );
    const owner = new Workers(world.at.owner);
    await owner.query(lookAtEarlier);
    await owner.close();
    await lookNow();
    expect(await due()).toEqual([null]);
    const cancel = await invite(world.leader);
    expect(cancel).toContain('METHOD:CANCEL');
    expect(cancel).toContain('Familien');
    expect(await due()).toEqual([]);
  });

  it('is listed for the unit that took it and for who leads, and not to whom it concerns closely', async () => {
    const basis = await mayCoordinatorSee();
    for (const session of sessions.slice(0, 3)) await invite(coordinator, mother, session);
    await changed(basis, () => known.withdraw(basis, family));
    for (const actor of [coordinator, world.lead]) expect((await list(actor)).total).toBe(3);
    for (const actor of [world.leader, world.stranger])
      expect(await list(actor)).toMatchObject({ items: [], total: 0 });
    const first = await list(world.lead, { limit: 2 });
    const second = await list(world.lead, { limit: 2, cursor: first.next! });
    expect([first.items.length, first.total, second.items.length, second.next]).toEqual([2, 3, 1, null]);
    const relative = world.person('visitation', 'programme-lead');
    await known.employee(relative.sub, father!, 'relative');
    expect(await list(relative)).toMatchObject({ items: [], total: 0 });
  });
});
