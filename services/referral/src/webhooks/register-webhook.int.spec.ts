import { WebhookWorld } from '../../test/webhook-world.js';
import { World } from '../../test/world.js';
import { endWebhook } from './end-webhook.js';
import { getWebhook } from './get-webhook.js';

const url = 'https://system.example/helhed';

describe('the webhooks of a unit', () => {
  let world: World;
  let of: WebhookWorld;
  beforeAll(async () => {
    world = await World.make(20);
    of = new WebhookWorld(world);
  });
  afterAll(() => world.stop());

  const refused = { kind: 'conflict', problem: 'webhooks-used-up' };

  it('are five at most that are not ended, of whichever of its systems', async () => {
    const [one, other] = [of.systemOf('db-egernet'), of.systemOf('db-egernet')];
    const first = await of.register(one, url);
    for (const each of [other, one, other, one]) await of.register(each, url);
    await expect(of.register(other, url)).rejects.toMatchObject(refused);
    await of.register(of.systemOf('db-haren'), url);
    await world.react(async (tx) => endWebhook(tx, await getWebhook(tx, one, first.id), 'by-request'));
    await of.register(other, url);
    await expect(of.register(one, url)).rejects.toMatchObject(refused);
  });

  it('are five also where nothing has changed yet and 12 are registered at once', async () => {
    const system = of.systemOf('db-myren');
    const all = await Promise.allSettled(Array.from({ length: 12 }, () => of.register(system, url)));
    const not = all.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    expect(not).toEqual(Array.from({ length: 7 }, () => expect.objectContaining(refused)));
  });
});
