import { newId } from '@helhed/kernel';
import type { Place } from './make-world.js';
import { send } from './http.js';

/** Whose leases are asked about. */
export const holder = 'reporting';

/** A lease of a process that there is not. It lasts some seconds, so each request about one has its own. */
export async function takeLease({ platform, cast }: Pick<Place, 'platform' | 'cast'>): Promise<string> {
  const token = await cast.actors.find(({ name }) => name === `service ${holder}`)?.token?.();
  const body = { instance: newId(), epoch: 0 };
  const got = await send(platform.url, { method: 'POST', path: '/consent/v1/leases', token, body });
  if (got.status >= 300) throw new Error(`no lease: ${got.status} ${got.text}`);
  return String(got.body['id']);
}
