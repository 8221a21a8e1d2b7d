import { Database, Workers } from '@helhed/database';
import { municipalityCode, type MunicipalityCode } from '@helhed/kernel';
import { findClaimsPutBack } from '@helhed/messaging';
import { continueTrace, log, requestContext } from '@helhed/telemetry';
import { Timer } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { AskOwner } from './ask-owner.js';
import { askAgain, putOff } from './claim-due.js';

const batch = 100;

/** Asks the owners about what is due. In every instance: whoever finds a thing second finds nothing to ask. */
@Injectable()
export class ClaimsTimer extends Timer {
  constructor(
    private readonly database: Database,
    private readonly workers: Workers,
    private readonly ask: AskOwner,
  ) {
    super('claims', 2_000);
  }

  async run(): Promise<void> {
    for (const { municipality, thingId } of await findClaimsPutBack(this.workers))
      await this.database.inTransaction(municipalityCode(municipality), (tx) => askAgain(tx, thingId));
    const due = await this.workers.query<{ municipality: MunicipalityCode; id: string }>(
      'SELECT municipality, thing_id AS id FROM claim_due WHERE ask_at <= clock_timestamp() ORDER BY ask_at LIMIT $1',
      [batch],
    );
    for (const { municipality, id } of due) {
      try {
        await this.#ask(municipality, id);
      } catch (error) {
        // one thing that its owner does not say now must not keep the others
        const isParked = await this.database.inTransaction(municipality, (tx) => putOff(tx, id, error));
        log.warn(isParked ? 'is parked' : 'will be tried again', { context: 'claims', error });
      }
    }
  }

  #ask(municipality: MunicipalityCode, id: string): Promise<void> {
    return continueTrace(undefined, 'ask an owner', () => {
      const context = requestContext.getStore();
      if (context) context.actor = { kind: 'service', issuer: 'helhed', sub: 'claims', azp: 'reporting' };
      return this.database.inTransaction(municipality, (tx) => this.ask.run(tx, id));
    });
  }
}
