import { contexts, type Context } from '@helhed/contracts';
import type { Ask } from './operator-api.js';
import { gatherBases, takeBackAndOpen } from './take-back.js';

/**
 * After the service's database was restored to an earlier state. Of consent, what the others know to be withdrawn is taken
 * back first. Run again after it failed, it begins anew.
 * @param since ISO instant that the database was restored to
 */
export async function restored(ask: Ask, service: Context, since: string): Promise<unknown> {
  // what others know is asked for before they are told anew
  const gathered = service === 'consent' ? await gatherBases(ask) : undefined;
  const renewed = await ask<object>('POST', `/${service}/v1/operations/incarnation:renew`);
  const takenBack = gathered && (await takeBackAndOpen(ask, gathered));
  const others = contexts.filter((context) => context !== service);
  const republished = await Promise.all(
    others.map(async (other) => {
      const { events } = await ask<{ events: number }>('POST', `/${other}/v1/operations/outbox:republish`, { since });
      return [other, events] as const;
    }),
  );
  return { [service]: renewed, ...(takenBack && { takenBack }), republished: Object.fromEntries(republished) };
}
