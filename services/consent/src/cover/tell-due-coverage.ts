import { Database, Workers } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';
import { continueTrace, log, requestContext } from '@helhed/telemetry';
import { Injectable } from '@nestjs/common';
import { loadBases } from '../bases/load-bases.js';
import { tellAgain } from '../bases/save-basis.js';
import { CoverDue } from './cover-due.js';
import { holdFacts } from './lock-facts.js';

const batch = 100;

@Injectable()
export class TellDueCoverage {
  constructor(
    private readonly database: Database,
    private readonly workers: Workers,
  ) {}

  /**
   * Tells of a day on which a basis covers others, once it is near (A-BAS-12); after a stop, of those gone by. @returns
   * how many bases it told of
   */
  async run(): Promise<number> {
    const due = await this.workers.query<{ municipality: MunicipalityCode; id: string }>(dueCoverage, [batch]);
    let done = 0;
    for (const { municipality, id } of due) {
      try {
        if (await this.#tell(municipality, id)) done++;
      } catch (error) {
        // one basis that cannot be told of now must not keep the others
        log.warn('will be tried again', { context: 'coverage', error });
      }
    }
    return done;
  }

  #tell(municipality: MunicipalityCode, id: string): Promise<boolean> {
    return continueTrace(undefined, 'tell coverage', () => {
      const context = requestContext.getStore();
      if (context) context.actor = { kind: 'service', issuer: 'helhed', sub: 'coverage', azp: 'consent' };
      return this.database.inTransaction(municipality, async (tx) => {
        await holdFacts(tx);
        const [basis] = await loadBases(tx, { where: { id }, lock: true });
        const due = await tx.manager.findOneBy(CoverDue, { municipality, basisId: id });
        // another instance was first, or the basis was changed, and told of, meanwhile
        if (!basis || !due || due.dueOn > tx.today) return false;
        await tellAgain(tx, basis);
        return true;
      });
    });
  }
}

const dueCoverage = `
  SELECT d.municipality, d.basis_id AS id FROM cover_due d JOIN helhed.municipality m ON m.code = d.municipality
  WHERE d.due_on <= ((clock_timestamp() + make_interval(secs => m.clock_offset_ms / 1000.0)) AT TIME ZONE 'Europe/Copenhagen')::date
  ORDER BY d.due_on LIMIT $1`;
