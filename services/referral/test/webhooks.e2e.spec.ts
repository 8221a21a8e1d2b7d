import { execFile } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { newId } from '@helhed/kernel';
import { forMunicipality, getDefinition } from '@helhed/programmes';
import { startPlatform, verifyWebhook, type TestActor, type TestPlatform } from '@helhed/testing';
import { WebhookView } from '../src/webhooks/webhooks.dto.js';
import { apiOf } from './api.js';
import { commandsOf } from './guide.js';
import { Receiver } from './receiver.js';
import { body } from './submission.js';

const run = promisify(execFile);
const [, , register, end, renew] = commandsOf('change-feed') as [string, string, string, string, string];

describe('webhooks over HTTP, two instances', () => {
  let platform: TestPlatform;
  let receiver: Receiver;
  let send: ReturnType<typeof apiOf>;
  let webhook: WebhookView;
  let [system, other, administrator]: TestActor[] = [];
  beforeAll(async () => {
    const env = { WEBHOOK_NETWORKS: '127.0.0.0/8' };
    platform = await startPlatform({ services: ['referral'], instances: 2, env });
    const town = await platform.municipality();
    send = apiOf(platform.url);
    receiver = await Receiver.listen();
    system = await town.system('dagtilbud', 'db-solsikken:referrer');
    other = await town.system('skole', 'familiestuen:referrer');
    administrator = await town.person('visitation:administrator');
    const lead = await town.person('visitation:programme-lead');
    const definition = forMunicipality(getDefinition('nyborg-familiestue'), town.code);
    expect((await send('POST', '/programmes', { as: lead, body: { definition } })).status).toBe(201);
  }, 300_000);
  afterAll(async () => {
    await receiver?.close();
    await platform?.stop();
  });

  const refer = async () => {
    const parentsPart = (body().parentsPart ?? []).map((part) => ({ ...part, on: '2026-01-05' }));
    return (await send('POST', '/referrals', { as: system, body: body({ parentsPart }) })).body.id;
  };
  const type = async (command: string, more: Record<string, string>): Promise<WebhookView> => {
    const token = (await system?.token()) ?? '';
    const env = { PATH: process.env['PATH'] ?? '', HELHED: platform.url, TOKEN: token, ...more };
    return WebhookView.parse(JSON.parse((await run('sh', ['-c', command], { env })).stdout));
  };
  const received = async (count: number, withinMs = 60_000) => {
    for (const until = Date.now() + withinMs; receiver.received.length < count && Date.now() < until;) await pause(100);
    return receiver.received.length;
  };

  it('are registered by the guide’s command, with a secret that is told once, and told within seconds', async () => {
    const key = newId();
    webhook = await type(register, { KEY: key, ADDRESS: receiver.url });
    expect(webhook).toMatchObject({ unit: 'db-solsikken', url: receiver.url, endedAt: null });
    expect(await type(register, { KEY: key, ADDRESS: receiver.url })).toEqual({ ...webhook, secret: null });
    const id = await refer();
    expect(await received(1)).toBe(1);
    const [message] = receiver.received;
    expect(JSON.parse(message!.body)).toEqual({ type: 'referral.received', data: { id } });
    expect(verifyWebhook(webhook.secret ?? '', message!)).toBe('verified');
  });

  it('are found and ended by their unit’s system and by administrators, and by no other', async () => {
    const listed = async (as: TestActor | undefined) => (await send('GET', '/webhooks', { as: as! })).body.items;
    expect(await listed(system)).toEqual([{ ...webhook, secret: null }]);
    expect(await listed(administrator)).toEqual([{ ...webhook, secret: null }]);
    expect(await listed(other)).toEqual([]);
    const path = `/webhooks/${webhook.id}:end`;
    expect((await send('POST', path, { as: other!, ifMatch: 1 })).status).toBe(404);
    expect((await send('POST', path, { as: administrator!, ifMatch: 9 })).status).toBe(412);
  });

  it('are renewed by the guide’s command, by their own system alone', async () => {
    const path = `/webhooks/${webhook.id}:renew`;
    expect((await send('POST', path, { as: other!, ifMatch: 1 })).status).toBe(404);
    expect((await send('POST', path, { as: administrator!, ifMatch: 1 })).status).toBe(403);
    const renewed = await type(renew, { WEBHOOK: webhook.id, VERSION: '1' });
    expect(renewed).toEqual({ ...webhook, secret: null, until: renewed.until, version: 2 });
    expect(renewed.until > webhook.until).toBe(true);
  });

  it('lose nothing where the instances are killed amid an attempt, and send it again under the same id', async () => {
    receiver.answer = () => new Promise(() => undefined);
    const id = await refer();
    expect(await received(2)).toBe(2);
    const instances = platform.processes;
    await Promise.all(instances.map((each) => each.kill()));
    receiver.answer = () => 204;
    await Promise.all(instances.map((each) => each.start()));
    expect(await received(3, 90_000)).toBe(3);
    const [, first, again] = receiver.received;
    expect(again!.body).toBe(first!.body);
    expect(JSON.parse(again!.body)).toEqual({ type: 'referral.received', data: { id } });
    expect(again!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
    expect(verifyWebhook(webhook.secret ?? '', again!)).toBe('verified');
  }, 180_000);

  it('are told nothing once they were ended', async () => {
    const ended = await type(end, { WEBHOOK: webhook.id, VERSION: '2' });
    expect(ended).toMatchObject({ because: 'by-request', version: 3 });
    await refer();
    await pause(3_000);
    expect(receiver.received).toHaveLength(3);
  });

  it.each(['ftp://system.example/', 'https://u:p@system.example/', 'https://system.example/#a', 'none'])(
    'are not %s',
    async (url) => {
      const answer = await send('POST', '/webhooks', { as: system!, body: { url } });
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: 'url' }] } });
    },
  );
});
