import { Database, Workers } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';
import { continueTrace, log, requestContext } from '@helhed/telemetry';
import { Timer } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { SettleDue } from './settle-due.js';

const batch = 100;

/**
 * Finds out which invitations are to be called off: where it was asked for, and once a day, as a basis expires and custody
 * ends at midnight without an event. In every instance: whoever finds a family second finds nothing to do.
 */
@Injectable()
export class DueTimer extends Timer {
  constructor(
    private readonly database: Database,
    private readonly workers: Workers,
    private readonly settle: SettleDue,
  ) {
    super('cancel-due', 5_000);
  }

  async run(): Promise<void> {
    const due = await this.workers.query<{ municipality: MunicipalityCode; id: string }>(dueLooks, [batch]);
    for (const { municipality, id } of due) {
      try {
        await this.#look(municipality, id);
      } catch (error) {
        // one family that cannot be looked at now must not keep the others
        log.warn('will be tried again', { context: 'cancel-due', error });
      }
    }
  }

  #look(municipality: MunicipalityCode, id: string): Promise<boolean> {
    return continueTrace(undefined, 'find what is due', () => {
      const context = requestContext.getStore();
      if (context) context.actor = { kind: 'service', issuer: 'helhed', sub: 'cancel-due', azp: 'scheduling' };
      return this.database.inTransaction(municipality, (tx) => this.settle.run(tx, id));
    });
  }
}

const dueLooks = `
  SELECT d.municipality, d.family_id AS id FROM due_look d JOIN helhed.municipality m ON m.code = d.municipality
  WHERE d.look_on <= ((clock_timestamp() + make_interval(secs => m.clock_offset_ms / 1000.0)) AT TIME ZONE 'Europe/Copenhagen')::date
  ORDER BY d.look_on LIMIT $1`;
