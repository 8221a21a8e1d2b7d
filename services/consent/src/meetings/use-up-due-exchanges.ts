import { Database, Workers } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';
import { continueTrace, log, requestContext } from '@helhed/telemetry';
import { Injectable } from '@nestjs/common';
import { loadBases } from '../bases/load-bases.js';
import { changeAndTell } from '../bases/save-basis.js';
import { loadFacts } from '../cover/load-facts.js';
import { holdFacts } from '../cover/lock-facts.js';
import { ExchangeDue } from './exchange-due.js';

const batch = 100;

@Injectable()
export class UseUpDueExchanges {
  constructor(
    private readonly database: Database,
    private readonly workers: Workers,
  ) {}

  /**
   * Exchanges whose follow-up did not come in time are used up. They hold no longer as it is, since their end was set
   * earlier when the first meeting was held: this says why. @returns how many it used up
   */
  async run(): Promise<number> {
    const due = await this.workers.query<{ municipality: MunicipalityCode; id: string }>(dueExchanges, [batch]);
    let done = 0;
    for (const { municipality, id } of due) {
      try {
        if (await this.#useUp(municipality, id)) done++;
      } catch (error) {
        log.warn('will be tried again', { context: 'exchanges', error });
      }
    }
    return done;
  }

  #useUp(municipality: MunicipalityCode, id: string): Promise<boolean> {
    return continueTrace(undefined, 'use up exchange', () => {
      const context = requestContext.getStore();
      if (context) context.actor = { kind: 'service', issuer: 'helhed', sub: 'exchanges', azp: 'consent' };
      return this.database.inTransaction(municipality, async (tx) => {
        await holdFacts(tx);
        const [basis] = await loadBases(tx, { where: { id }, lock: true });
        await tx.manager.delete(ExchangeDue, { municipality, basisId: id });
        if (!basis) return false;
        return changeAndTell(tx, basis, await loadFacts(tx, basis), (each) => each.useUp(tx.now) && 'raise');
      });
    });
  }
}

const dueExchanges = `
  SELECT d.municipality, d.basis_id AS id FROM exchange_due d JOIN helhed.municipality m ON m.code = d.municipality
  WHERE d.due_on <= ((clock_timestamp() + make_interval(secs => m.clock_offset_ms / 1000.0)) AT TIME ZONE 'Europe/Copenhagen')::date
  ORDER BY d.due_on LIMIT $1`;
