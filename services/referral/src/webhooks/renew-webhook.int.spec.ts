import type { Actor } from '@helhed/access';
import { Receiver } from '../../test/receiver.js';
import { WebhookWorld } from '../../test/webhook-world.js';
import { World } from '../../test/world.js';
import { FindWebhooks } from './find-webhooks.js';
import { RenewWebhook } from './renew-webhook.js';
import type { WebhookView } from './webhooks.dto.js';

const url = 'https://system.example/helhed';

describe('a webhook that is not renewed', () => {
  let world: World;
  let of: WebhookWorld;
  beforeAll(async () => {
    world = await World.make(20);
    of = new WebhookWorld(world);
  });
  afterAll(() => world.stop());

  it('is told no more, and nothing is kept for later: its system may be closed in Keycloak', async () => {
    const receiver = await Receiver.listen();
    const { webhook, id } = await of.heard('db-odderen', receiver.url);
    await of.tell(webhook.id);
    await world.startTriage(id);
    const [queued] = (await of.queue(webhook.id)) as [string];
    await of.lapse(webhook.id);
    await of.deliver(queued);
    expect(receiver.types).toEqual(['referral.received']);
    expect(await of.waiting(webhook.id)).toEqual([]);
    expect(await world.all('SELECT because FROM webhook WHERE id = $1', [webhook.id])).toEqual([{ because: 'lapsed' }]);
    await receiver.close();
  });

  it('makes room for another; one that the system that registered it renews in time goes on', async () => {
    const [system, colleague] = [of.systemOf('db-raeven'), of.systemOf('db-raeven')];
    const renewing = new RenewWebhook(world.database);
    const renew = (by: Actor, { id, version }: WebhookView) => world.as(by, () => renewing.run(by, id, version));
    const all: WebhookView[] = [];
    for (let n = 0; n < 5; n++) all.push(await of.register(system, url));
    const [kept, other] = all as [WebhookView, WebhookView];
    expect(kept.until).toMatch(/^2026-12-05T08:/);

    await world.setClock('2026-12-04T09:00:00Z');
    for (const by of [colleague, { ...system, azp: 'another' }, { ...system, function: 'another' }])
      await expect(renew(by, kept)).rejects.toMatchObject({ problem: 'not-found' });
    await expect(renew(system, { ...kept, version: 9 })).rejects.toMatchObject({ problem: 'stale' });
    const renewed = await renew(system, kept);
    expect(renewed).toMatchObject({ until: expect.stringMatching(/^2027-01-03T09:/), version: 2 });

    await world.setClock('2026-12-06T09:00:00Z');
    await expect(renew(system, other)).rejects.toMatchObject({ kind: 'conflict', problem: 'webhook-over' });
    for (let n = 0; n < 4; n++) await of.register(colleague, url);
    await expect(of.register(system, url)).rejects.toMatchObject({ problem: 'webhooks-used-up' });
    const listed = await world.as(system, () =>
      new FindWebhooks(world.database, world.paging).page(system, { limit: 20 }),
    );
    const because = [null, ...Array(4).fill('lapsed'), ...Array(4).fill(null)];
    expect(listed.items.map((each) => each.because)).toEqual(because);
    expect(listed.items[0]).toEqual(renewed);
  });
});
