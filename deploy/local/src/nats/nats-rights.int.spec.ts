import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { contexts, type Context } from '@helhed/contracts';
import { jetstream } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { setUpUser } from './nats-rights.js';
import { startNats, type RunningNats } from './start-nats.js';

const passwords = Object.fromEntries([...contexts, setUpUser].map((name) => [name, `secret-${name}`]));
const refused = /permissions violation/i;

describe('the NATS user of a service', () => {
  let dataDir: string;
  let nats: RunningNats;
  let referral: NatsConnection;
  let consent: NatsConnection;
  let setUp: NatsConnection;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'nats-rights-'));
    nats = await startNats({ dataDir, passwords });
    referral = await as('referral');
    consent = await as('consent');
    setUp = await as(setUpUser);
  });
  afterAll(async () => {
    await Promise.all([referral.close(), consent.close(), setUp.close()]);
    await nats.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('publishes events of its own context', async () => {
    await expect(jetstream(referral).publish('helhed.0450.referral.received.f1', '{}')).resolves.toMatchObject({
      stream: 'helhed-referral',
    });
  });

  it("is refused another context's subjects", async () => {
    await expect(
      jetstream(referral, { timeout: 60_000 }).publish('helhed.0450.consent.basis-recorded.f1', '{}'),
    ).rejects.toThrow(refused);
  });

  it('reads every stream through a durable of its own name', async () => {
    const consumer = await jetstream(consent).consumers.get('helhed-referral', 'consent');
    const message = await consumer.next({ expires: 2_000 });
    expect(message?.subject).toBe('helhed.0450.referral.received.f1');
    expect(await message?.ackAck({ timeout: 60_000 })).toBe(true);
  });

  it.each([
    ['purge its own stream', '$JS.API.STREAM.PURGE.helhed-referral'],
    ['delete its own stream', '$JS.API.STREAM.DELETE.helhed-referral'],
    ['delete a message', '$JS.API.STREAM.MSG.DELETE.helhed-referral'],
    ['make its own stream', '$JS.API.STREAM.CREATE.helhed-referral'],
    // `republish`, `sources` and a consumer's `deliver_subject` would write into another's stream
    ['change its own stream', '$JS.API.STREAM.UPDATE.helhed-referral'],
    ['make or change its own durable', '$JS.API.CONSUMER.CREATE.helhed-consent.referral'],
    [
      'make or change its own durable in the way of older clients',
      '$JS.API.CONSUMER.DURABLE.CREATE.helhed-consent.referral',
    ],
    ['make a durable of its own stream', '$JS.API.CONSUMER.CREATE.helhed-referral.referral'],
    ["change another service's stream", '$JS.API.STREAM.UPDATE.helhed-consent'],
    ['make a stream of another name', '$JS.API.STREAM.CREATE.extra'],
    ["read through another service's durable", '$JS.API.CONSUMER.MSG.NEXT.helhed-referral.consent'],
    ["acknowledge for another service's durable", '$JS.ACK.helhed-referral.consent.1.1.1.1.0'],
    ['make a durable of another name', '$JS.API.CONSUMER.CREATE.helhed-consent.spy'],
    ['make a nameless consumer', '$JS.API.CONSUMER.CREATE.helhed-consent'],
    ['delete a durable', '$JS.API.CONSUMER.DELETE.helhed-consent.referral'],
    ['read a stored message past its durable', '$JS.API.DIRECT.GET.helhed-consent'],
    ['read a stored message of its own', '$JS.API.STREAM.MSG.GET.helhed-referral'],
    ["read a stored message of another's", '$JS.API.STREAM.MSG.GET.helhed-consent'],
    ['restore a stream', '$JS.API.STREAM.RESTORE.helhed-referral'],
    ['answer for the server', '$SYS.REQ.SERVER.PING'],
    ['ask a source in the name of another', 'helhed-ask.consent.scheduling'],
  ])('cannot %s', async (_what, subject) => {
    await expect(referral.request(subject, '{}', { timeout: 60_000 })).rejects.toThrow(refused);
  });

  it("brings by a pull's reply subject only what another wrote into a third's stream, where its type gives it away", async () => {
    // NATS checks no reply subject; a durable of its own stream would let a service write there what it likes
    await jetstream(consent).publish('helhed.0450.consent.basis-recorded.f1', '"by consent"');
    const reply = 'helhed.0450.scheduling.session-booked.f1';
    referral.publish('$JS.API.CONSUMER.MSG.NEXT.helhed-consent.referral', '{"batch":1}', { reply });
    await referral.flush();
    const reading = await jetstream(consent).consumers.get('helhed-scheduling', 'consent');
    expect((await reading.next({ expires: 2_000 }))?.string()).toBe('"by consent"');
    await expect(
      referral.request('$JS.API.CONSUMER.MSG.NEXT.helhed-referral.referral', '1', { timeout: 60_000 }),
    ).rejects.toThrow(refused);
  });

  it('of consent reads what it told itself, in an answer that is no event wherever it is sent', async () => {
    await jetstream(consent).publish('helhed.0450.consent.basis-changed.f1', '"told"');
    const next = JSON.stringify({ seq: 1, next_by_subj: 'helhed.*.consent.basis-changed.>' });
    const answer = await consent.request('$JS.API.STREAM.MSG.GET.helhed-consent', next);
    expect(answer.json()).toMatchObject({ message: { data: Buffer.from('"told"').toString('base64') } });
  });

  it('asks a source for a gap, and only the source hears it', async () => {
    const heard = consent.subscribe('helhed-ask.consent.*', { max: 1 });
    await consent.flush();
    referral.publish('helhed-ask.consent.referral', '{"from":1}');
    for await (const message of heard) expect(message.string()).toBe('{"from":1}');
    await expect(listen(referral, 'helhed-ask.consent.*')).rejects.toThrow(refused);
  });

  it.each(['_INBOX.>', '_INBOX.consent.>', 'helhed.>', '>'])('cannot listen to %s', async (subject) => {
    await expect(listen(referral, subject)).rejects.toThrow(refused);
  });

  it.each([
    ['send an event', 'helhed.0450.referral.received.f1'],
    ['read a message', '$JS.API.CONSUMER.MSG.NEXT.helhed-referral.consent'],
    ['read a stored message', '$JS.API.DIRECT.GET.helhed-consent'],
    ['purge a stream', '$JS.API.STREAM.PURGE.helhed-referral'],
    ['delete a stream', '$JS.API.STREAM.DELETE.helhed-referral'],
    ['make a stream of another name', '$JS.API.STREAM.CREATE.extra'],
    ['make a consumer of another name', '$JS.API.CONSUMER.CREATE.helhed-consent.spy'],
  ])('of the set-up cannot %s', async (_what, subject) => {
    await expect(setUp.request(subject, '{}', { timeout: 60_000 })).rejects.toThrow(refused);
  });

  it('needs its own password', async () => {
    await expect(as('referral', 'secret-consent')).rejects.toThrow(/authorization/i);
    await expect(connect({ servers: nats.url, reconnect: false })).rejects.toThrow(/authorization/i);
  });

  function as(name: Context | typeof setUpUser, pass = passwords[name]): Promise<NatsConnection> {
    return connect({ servers: nats.url, user: name, pass, inboxPrefix: `_INBOX.${name}`, reconnect: false });
  }
});

async function listen(connection: NatsConnection, subject: string): Promise<void> {
  const heard = new Promise<void>((resolve, reject) => {
    connection.subscribe(subject, { callback: (error) => (error ? reject(error) : resolve()) });
  });
  // the server has answered what was asked before: a refusal was there by then
  await Promise.race([heard, connection.flush().then(() => pause(1_000))]);
}
