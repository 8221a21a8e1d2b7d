import { setTimeout as pause } from 'node:timers/promises';
import { Receiver } from '../../test/receiver.js';
import { WebhookWorld } from '../../test/webhook-world.js';
import { World } from '../../test/world.js';
import { queueDeliveries } from './queue-deliveries.js';

describe('what waits to be told when a consent is taken back', () => {
  let world: World;
  let of: WebhookWorld;
  let receiver: Receiver;
  beforeAll(async () => {
    world = await World.make(20);
    of = new WebhookWorld(world);
  });
  beforeEach(async () => {
    receiver = await Receiver.listen();
  });
  afterEach(() => receiver.close());
  afterAll(() => world.stop());

  it('is dropped at once: given anew before the next attempt, the consent brings nothing of before', async () => {
    const { webhook, id, persons, basis } = await of.heard('db-egernet', receiver.url);
    await of.tell(webhook.id);
    const { version } = await world.startTriage(id);
    receiver.answer = () => 503;
    const [queued] = (await of.queue(webhook.id)) as [string];
    await of.deliver(queued);
    expect(await of.waiting(webhook.id)).toMatchObject([{ id: queued, attempts: 1 }]);
    await of.takenBack(basis, persons);
    expect(await of.waiting(webhook.id)).toEqual([]);
    receiver.answer = () => 204;
    await of.known.basis(persons, { toUnit: 'db-egernet' });
    await world.accept({ id, version });
    await of.deliver(queued);
    await of.tell(webhook.id);
    expect(receiver.types).toEqual(['referral.received', 'referral.triage-started', 'referral.waiting']);
  });

  it('is dropped too where it was not queued yet, however much it is', async () => {
    const { webhook, id, persons, basis } = await of.heard('db-haren', receiver.url);
    await of.tell(webhook.id);
    const { version } = await world.startTriage(id);
    await world.react((tx) =>
      tx.query(
        `INSERT INTO helhed.unit_change (municipality, unit, thing, type, at)
         SELECT helhed.tenant(), 'db-haren', $1, 'referral.amended', $2 FROM generate_series(1, 1500)`,
        [id, tx.now],
      ),
    );
    await of.takenBack(basis, persons);
    await of.known.basis(persons, { toUnit: 'db-haren' });
    await world.accept({ id, version });
    await of.tell(webhook.id);
    expect(receiver.types).toEqual(['referral.received', 'referral.waiting']);
  });

  it('is found by the family as well, where the basis is about nobody whom the referral names', async () => {
    const { webhook, id, familyId, basis } = await of.heard('db-raeven', receiver.url);
    await world.startTriage(id);
    await of.queue(webhook.id);
    await of.takenBack(basis, [], familyId);
    expect(await of.waiting(webhook.id)).toEqual([]);
  });

  it('stays where it may still be heard: by another consent, and of another family', async () => {
    const { system, webhook, id, persons, basis } = await of.heard('db-ulven', receiver.url);
    const other = await world.receive({ referringUnit: 'db-ulven' }, system);
    await of.known.basis(await of.known.match(other.id), { toUnit: 'db-ulven' });
    const second = await of.known.basis(persons, { toUnit: 'db-ulven' });
    for (const each of [id, other.id]) await world.startTriage(each);
    await of.queue(webhook.id);
    const things = async () => {
      const sql = 'SELECT DISTINCT thing FROM webhook_delivery WHERE webhook_id = $1';
      return (await world.all<{ thing: string }>(sql, [webhook.id])).map(({ thing }) => thing).toSorted();
    };
    await of.takenBack(basis, persons);
    expect(await things()).toEqual([id, other.id].toSorted());
    await of.takenBack(second, persons);
    expect(await things()).toEqual([other.id]);
  });

  it('is dropped also where another instance is just queueing it', async () => {
    const { webhook, id, persons, basis } = await of.heard('db-musen', receiver.url);
    await world.startTriage(id);
    let queued = () => {};
    const isQueued = new Promise<void>((resolve) => (queued = resolve));
    let commit = () => {};
    const mayCommit = new Promise<void>((resolve) => (commit = resolve));
    const queueing = world.react(async (tx) => {
      await queueDeliveries(tx, webhook.id);
      queued();
      await mayCommit;
    });
    await isQueued;
    let isOver = false;
    const taking = of.takenBack(basis, persons).then(() => (isOver = true));
    await pause(300);
    expect(isOver).toBe(false);
    commit();
    await Promise.all([queueing, taking]);
    expect(await of.waiting(webhook.id)).toEqual([]);
  });

  it('is not put off by an attempt that is under way', async () => {
    const { webhook, id, persons, basis } = await of.heard('db-svanen', receiver.url);
    await world.startTriage(id);
    let speak = () => {};
    receiver.answer = () => new Promise((resolve) => (speak = () => resolve(503)));
    const telling = of.tell(webhook.id);
    while (receiver.received.length === 0) await pause(20);
    await of.takenBack(basis, persons);
    speak();
    await telling;
    expect(await of.waiting(webhook.id)).toEqual([]);
  });
});
