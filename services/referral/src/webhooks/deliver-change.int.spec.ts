import type { Grounds } from '@helhed/access';
import { log } from '@helhed/telemetry';
import { verifyWebhook } from '@helhed/testing';
import { jest } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { Receiver } from '../../test/receiver.js';
import { WebhookWorld } from '../../test/webhook-world.js';
import { World } from '../../test/world.js';
import { claimDelivery } from './claim-delivery.js';
import { Networks } from './networks.js';

describe('a change that a webhook is told', () => {
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

  it('is id and type, signed so that the standard’s own library of another language verifies it', async () => {
    const { webhook, id } = await of.heard('db-egernet', receiver.url);
    await of.tell(webhook.id);
    const [message, ...more] = receiver.received;
    expect(more).toEqual([]);
    expect(JSON.parse(message!.body)).toEqual({ type: 'referral.received', data: { id } });
    expect(verifyWebhook(webhook.secret!, message!)).toBe('verified');
    const altered = { ...message!, body: message!.body.replace('received', 'declined') };
    expect(verifyWebhook(webhook.secret!, altered)).toMatch(/^refused: /);
    const old = { ...message!, headers: { ...message!.headers, 'webhook-timestamp': '1614265330' } };
    expect(verifyWebhook(webhook.secret!, old)).toMatch(/^refused: /);
    expect(await of.waiting(webhook.id)).toEqual([]);
  });

  it('is each that comes after it was registered, once', async () => {
    const { system, webhook, id } = await of.heard('db-haren', receiver.url);
    const other = await of.register(system, receiver.url);
    await of.tell(webhook.id);
    await world.accept(await world.startTriage(id));
    for (const each of [webhook, webhook, other]) await of.tell(each.id);
    const since = ['referral.triage-started', 'referral.waiting'];
    expect(receiver.types).toEqual(['referral.received', ...since, ...since]);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(5);
  });

  it('is tried again with the same id and a signature of its own, ever later, for three days', async () => {
    const { webhook } = await of.heard('db-raeven', receiver.url);
    receiver.answer = () => 500;
    const [delivery] = (await of.queue(webhook.id)) as [string];
    await of.deliver(delivery);
    expect(await of.waiting(webhook.id)).toMatchObject([{ attempts: 1, waits: expect.closeTo(5, -1) }]);
    // not due yet
    await of.deliver(delivery);
    expect(receiver.received).toHaveLength(1);
    await of.later(delivery, 1);
    await of.deliver(delivery);
    const [second] = await of.waiting(webhook.id);
    expect(second?.attempts).toBe(2);
    expect(second?.waits).toBeGreaterThanOrEqual(299);
    await of.later(delivery, 1);
    receiver.answer = () => 200;
    await of.deliver(delivery);
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual(Array(3).fill(delivery));
    for (const message of receiver.received) expect(verifyWebhook(webhook.secret!, message)).toBe('verified');
    expect(await of.waiting(webhook.id)).toEqual([]);
  });

  it('is given up after three days, and the next one is told', async () => {
    const { webhook, id } = await of.heard('db-ulven', receiver.url);
    receiver.answer = () => 503;
    const [delivery] = (await of.queue(webhook.id)) as [string];
    await of.later(delivery, 73);
    const warned = jest.spyOn(log, 'warn');
    await of.deliver(delivery);
    expect(warned).toHaveBeenCalledWith(expect.any(String), expect.objectContaining({ webhook: webhook.id }));
    expect(await of.waiting(webhook.id)).toEqual([]);
    receiver.answer = () => 200;
    await world.startTriage(id);
    await of.tell(webhook.id);
    expect(receiver.types).toEqual(['referral.received', 'referral.triage-started']);
  });

  it('ends the webhook where it is answered 410, with what was waiting', async () => {
    const { webhook, id } = await of.heard('db-musen', receiver.url);
    await world.startTriage(id);
    receiver.answer = () => 410;
    const [first] = (await of.queue(webhook.id)) as [string];
    await of.deliver(first);
    expect(await of.waiting(webhook.id)).toEqual([]);
    expect(await world.all('SELECT because FROM webhook WHERE id = $1', [webhook.id])).toEqual([{ because: 'gone' }]);
    await world.accept({ id, version: 2 });
    await of.tell(webhook.id);
    expect(receiver.received).toHaveLength(1);
  });

  it('is dropped at a withdrawal though it was queued before, and never told', async () => {
    const { webhook, id, persons, basis } = await of.heard('db-bjoernen', receiver.url);
    await of.tell(webhook.id);
    await world.startTriage(id);
    const [queued] = (await of.queue(webhook.id)) as [string];
    await of.known.withdraw(basis, persons);
    await of.deliver(queued);
    expect(await of.waiting(webhook.id)).toEqual([]);
    await of.known.basis(persons, { toUnit: 'db-bjoernen' });
    await of.tell(webhook.id);
    expect(receiver.types).toEqual(['referral.received']);
  });

  it('is in the log as the system’s look before it is sent, at each attempt', async () => {
    const { system, webhook, familyId, persons, basis, id } = await of.heard('db-svanen', receiver.url);
    await of.tell(webhook.id);
    await world.startTriage(id);
    const rows = () =>
      world.all<{ subjects: string[]; bases: string[] }>(
        `SELECT kind, actor_kind, azp, unit, function, categories, purposes, bases, subjects FROM helhed.access_log
         WHERE act = 'change.deliver' AND actor_sub = $1 ORDER BY id`,
        [system.sub],
      );
    expect(await rows()).toHaveLength(1);
    let before = 0;
    receiver.answer = async () => {
      before = (await rows()).length;
      return 500;
    };
    const [delivery] = (await of.queue(webhook.id)) as [string];
    await of.deliver(delivery);
    expect(before).toBe(2);
    await of.later(delivery, 1);
    await of.deliver(delivery);
    const [, , last, ...more] = await rows();
    expect(more).toEqual([]);
    expect(last).toEqual({
      kind: 'look',
      actor_kind: 'system',
      azp: 'db-svanen',
      unit: 'db-svanen',
      function: 'referrer',
      categories: ['referral-outcome'],
      purposes: ['outcome-to-sender'],
      bases: expect.arrayContaining([basis]),
      subjects: expect.arrayContaining([familyId, ...persons]),
    });
    await of.later(delivery, 3);
    await world.asOwner('REVOKE INSERT ON helhed.access_log FROM referral_app');
    await of.deliver(delivery);
    await world.asOwner('GRANT INSERT ON helhed.access_log TO referral_app');
    expect(receiver.received).toHaveLength(3);
    expect(await of.waiting(webhook.id)).toMatchObject([{ attempts: 2 }]);
  });

  it('is sent once, however many instances find it at the same time', async () => {
    const { webhook, id } = await of.heard('db-myren', receiver.url);
    await world.accept(await world.startTriage(id));
    const instances = Array.from({ length: 4 }, () => of.deliverer());
    await Promise.all(instances.map(() => of.queue(webhook.id)));
    const waiting = await of.waiting(webhook.id);
    expect(waiting).toHaveLength(3);
    await Promise.all(instances.flatMap((each) => waiting.map((one) => of.deliver(one.id, each))));
    expect(receiver.types.toSorted()).toEqual(['referral.received', 'referral.triage-started', 'referral.waiting']);
  });

  it('is taken up after a minute where an instance died with it, which then settles nothing', async () => {
    const { webhook } = await of.heard('db-sneglen', receiver.url);
    const [delivery] = (await of.queue(webhook.id)) as [string];
    await world.react((tx) => claimDelivery(tx, delivery));
    await of.deliver(delivery);
    expect(receiver.received).toEqual([]);
    expect((await of.waiting(webhook.id))[0]?.waits).toBeGreaterThan(50);
    await of.later(delivery, 1);
    await of.deliver(delivery);
    expect(receiver.types).toEqual(['referral.received']);
  });

  it('is not sent where what it rests on has ended since it was decided: it waits', async () => {
    const { webhook, id } = await of.heard('db-uglen', receiver.url);
    await of.tell(webhook.id);
    await world.startTriage(id);
    let holds = true;
    const grounds: Grounds = {
      under: (_, answer) => ({
        holds: (epoch) => {
          answer.restOn({ allows: () => holds }, epoch);
          // right after the decision
          setImmediate(() => (holds = false));
          return true;
        },
      }),
    };
    const [delivery] = (await of.queue(webhook.id)) as [string];
    await of.deliver(delivery, of.deliverer(new Networks(['127.0.0.0/8']), grounds));
    expect(receiver.types).toEqual(['referral.received']);
    expect(await of.waiting(webhook.id)).toMatchObject([{ id: delivery, attempts: 0 }]);
    await of.later(delivery, 1);
    await of.deliver(delivery);
    expect(receiver.types).toEqual(['referral.received', 'referral.triage-started']);
  });

  it('holds up no withdrawal once it is sent, though the receiver is silent', async () => {
    const { webhook } = await of.heard('db-stille', receiver.url);
    let isSent = false;
    const grounds: Grounds = {
      under: (_, answer) => {
        answer.whenSent(() => (isSent = true));
        return { holds: () => true };
      },
    };
    let speak = () => {};
    receiver.answer = () => new Promise((resolve) => (speak = () => resolve(204)));
    const telling = of.tell(webhook.id, of.deliverer(new Networks(['127.0.0.0/8']), grounds));
    while (receiver.received.length === 0 || !isSent) await pause(20);
    speak();
    await telling;
    expect(await of.waiting(webhook.id)).toEqual([]);
  });

  it('goes to no address that is not public, by whatever name, and follows nobody there', async () => {
    const publicOnly = of.deliverer(new Networks([]));
    for (const url of [receiver.url, receiver.url.replace('http:', 'https:'), `https://localhost:${receiver.port}/`]) {
      const { webhook } = await of.heard(`db-${url.length}`, url);
      await of.tell(webhook.id, publicOnly);
      expect(await of.waiting(webhook.id)).toMatchObject([{ attempts: 1 }]);
    }
    expect(receiver.connections).toBe(0);
    const elsewhere = await Receiver.listen();
    receiver.location = elsewhere.url;
    receiver.answer = () => 307;
    const { webhook } = await of.heard('db-vildt', receiver.url);
    await of.tell(webhook.id);
    expect([receiver.received.length, elsewhere.connections]).toEqual([1, 0]);
    expect(await of.waiting(webhook.id)).toMatchObject([{ attempts: 1 }]);
    await elsewhere.close();
  });

  it('goes nowhere once the unit is retired', async () => {
    const { webhook } = await of.heard('db-lukket', receiver.url);
    await of.known.retire('db-lukket');
    await of.tell(webhook.id);
    expect(receiver.received).toEqual([]);
    expect(await world.all('SELECT because FROM webhook WHERE id = $1', [webhook.id])).toEqual([
      { because: 'unit-retired' },
    ]);
  });
});
