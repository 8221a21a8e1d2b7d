import type { Owned } from '../oracle/recorded.js';
import { send } from './http.js';
import type { Place } from './make-world.js';

const unit = 'db-solsikken';

/** The place, where the day care's system is told at two addresses what changes: nothing does any more. */
export async function withWebhooks(place: Place): Promise<Place> {
  const { platform, cast, world } = place;
  const token = await cast.actors.find(({ name }) => name === 'system of the day care')?.token?.();
  const webhooks: Owned[] = [];
  for (const number of [1, 2]) {
    const body = { url: `https://system.example/helhed/${number}` };
    const got = await send(platform.url, { method: 'POST', path: '/referral/v1/webhooks', token, body });
    if (got.status !== 201) throw new Error(`a webhook: ${got.status} ${got.text}`);
    webhooks.push({ kind: 'webhook', id: String(got.body['id']), unit });
  }
  return { ...place, world: { ...world, owned: [...world.owned, ...webhooks] } };
}
