import { Database, Workers, type Tx } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';
import { continueTrace, log, requestContext } from '@helhed/telemetry';
import { Timer } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { giveOpenPlaces } from './assign-place.js';
import { lockQueue } from './queue.js';

/**
 * A family waits beside an open place where the place's group cannot be for it. What kept it away may end at midnight, without
 * an event: it is looked for each hour, by every instance.
 */
@Injectable()
export class GiveOpenPlaces extends Timer {
  constructor(
    private readonly database: Database,
    private readonly workers: Workers,
  ) {
    super('give open places', 3_600_000);
  }

  async run(): Promise<void> {
    const known = await this.workers.query<{ code: MunicipalityCode }>('SELECT code FROM helhed.municipality');
    for (const { code } of known) {
      try {
        await this.#give(code);
      } catch (error) {
        // one municipality's whose places cannot be given now must not keep the others'
        log.warn('will be tried again', { context: 'give open places', municipality: code, error });
      }
    }
  }

  #give(municipality: MunicipalityCode): Promise<void> {
    return continueTrace(undefined, 'give open places', () => {
      const context = requestContext.getStore();
      if (context) context.actor = { kind: 'service', issuer: 'helhed', sub: 'open-places', azp: 'referral' };
      return this.database.inTransaction(municipality, give);
    });
  }
}

async function give(tx: Tx): Promise<void> {
  const waiting = await tx.query<{ programme: string }>(
    `SELECT DISTINCT p.programme FROM place p
     WHERE p.municipality = helhed.tenant() AND p.state = 'open' AND (p.refill_until IS NULL OR p.refill_until > $1)
       AND EXISTS (SELECT FROM referral r WHERE r.municipality = p.municipality AND r.programme = p.programme
         AND r.state = 'waiting')
     ORDER BY p.programme`,
    [tx.now],
  );
  for (const { programme } of waiting) {
    await lockQueue(tx, programme);
    await giveOpenPlaces(tx, programme);
  }
}
