import { newId } from '@helhed/kernel';
import { log } from '@helhed/telemetry';
import { jest } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { Receiver } from '../../test/receiver.js';
import { WebhookWorld } from '../../test/webhook-world.js';
import { World } from '../../test/world.js';
import { dueDeliveries } from './due-deliveries.js';
import { WebhookTimer } from './webhook-timer.js';

describe('what is due at webhooks', () => {
  let world: World;
  let of: WebhookWorld;
  let receiver: Receiver;
  let timer: WebhookTimer;
  beforeEach(async () => {
    world = await World.make(30);
    of = new WebhookWorld(world);
    receiver = await Receiver.listen();
    timer = new WebhookTimer(world.database, world.workers, of.delivering);
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await receiver.close();
    await timer.onApplicationShutdown();
    await world.stop();
  });

  /** Of a referral that is told, so many times. */
  const due = (webhookId: string, thing: string, times: number): Promise<unknown> =>
    world.react((tx) =>
      tx.query(
        `INSERT INTO webhook_delivery (municipality, id, webhook_id, thing, type, next_at)
         SELECT helhed.tenant(), uuidv7(), $1, $2, 'referral.held', clock_timestamp() - interval '1 minute'
         FROM generate_series(1, $3)`,
        [webhookId, thing, times],
      ),
    );
  /** Until as many have come, however slow the machine is, and then nothing more. */
  const come = async (many: number): Promise<void> => {
    for (const until = performance.now() + 60_000; receiver.received.length < many && performance.now() < until;)
      await pause(50);
    for (let before = -1; before !== receiver.received.length; await pause(700)) before = receiver.received.length;
    expect(receiver.received).toHaveLength(many);
  };

  it('is of all units in turn: one that has much is no more than one among others', async () => {
    const busy = of.systemOf('db-myren');
    for (let times = 0; times < 5; times++) await due((await of.register(busy, receiver.url)).id, newId(), 20);
    const small = await of.register(of.systemOf('db-egernet'), receiver.url);
    await due(small.id, newId(), 1);
    const shares = { ofWebhook: 4, ofUnit: 8, ofAll: 64 };
    const units = async (most: typeof shares, full: { webhooks: string[]; units: string[] }) =>
      (await dueDeliveries(world.workers, most, full)).map(({ unit }) => unit);
    const none = { webhooks: [], units: [] };
    expect((await units({ ...shares, ofAll: 2 }, none)).toSorted()).toEqual(['db-egernet', 'db-myren']);
    expect((await units(shares, none)).filter((unit) => unit === 'db-myren')).toHaveLength(8);
    expect(await units(shares, { ...none, units: ['0450/db-myren'] })).toEqual(['db-egernet']);
    expect(await units({ ...shares, ofAll: 1 }, { ...none, webhooks: [small.id] })).toEqual(['db-myren']);
    expect(await units(shares, { units: ['0450/db-myren'], webhooks: [small.id] })).toEqual([]);
  });

  it('takes eight attempts of one unit at a time, however many of its receivers are silent', async () => {
    const { webhook, system, id } = await of.heard('db-myren', receiver.url);
    const more = [await of.register(system, receiver.url), await of.register(system, receiver.url)];
    for (const each of [webhook, ...more]) await due(each.id, id, 6);
    receiver.answer = () => new Promise(() => undefined);
    for (let turn = 0; turn < 3; turn++) {
      await timer.run();
      await come(8);
    }
    const other = await of.heard('db-egernet', receiver.url);
    await timer.run();
    await come(9);
    expect(JSON.parse(receiver.received[8]!.body)).toMatchObject({ data: { id: other.id } });
  });

  it('is sent also while another webhook’s cannot be queued, and the log names that one', async () => {
    const heard = [];
    for (const unit of ['db-egernet', 'db-myren', 'db-haren']) heard.push(await of.heard(unit, receiver.url));
    const broken = heard[1]!.webhook.id;
    await world.asOwner(`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RAISE EXCEPTION 'broken'; END$$;
      CREATE TRIGGER refuse BEFORE INSERT ON webhook_delivery FOR EACH ROW
        WHEN (NEW.webhook_id = '${broken}') EXECUTE FUNCTION refuse()`);
    const warned = jest.spyOn(log, 'warn');
    await timer.run();
    await come(2);
    const told = receiver.received.map(({ body }) => (JSON.parse(body) as { data: { id: string } }).data.id);
    expect(told.toSorted()).toEqual([heard[0]!.id, heard[2]!.id].toSorted());
    expect(warned.mock.calls).toEqual([
      ['will be tried again', expect.objectContaining({ municipality: '0450', webhook: broken })],
    ]);
    await world.asOwner('DROP TRIGGER refuse ON webhook_delivery');
    await timer.run();
    await come(3);
  });
});
