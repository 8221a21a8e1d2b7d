import { AccessTakenAway, CustodyEnded, CustodyRecorded, type CloudEvent } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { lockFacts } from '../cover/lock-facts.js';
import { recomputeCoverage } from '../cover/recompute-coverage.js';
import { raiseEpoch } from '../epoch/raise-epoch.js';
import { Custody } from './custody.js';

type Recorded = z.infer<typeof CustodyRecorded.schema>;

/** Whose consent is needed for the child is otherwise from that day on: what its bases cover is computed anew. */
@Controller()
export class WhenCustodyChanged {
  /** A restored source tells again what it told before: an end that was heard of stays. */
  @On(CustodyRecorded)
  async keep({ data }: CloudEvent<Recorded>, { tx }: EventContext): Promise<void> {
    await this.#set(tx, data, false);
  }

  @On(CustodyEnded)
  async end({ data }: CloudEvent<z.infer<typeof CustodyEnded.schema>>, { tx }: EventContext): Promise<void> {
    await this.#set(tx, data, true);
    const { familyId, custodyId, childId, holderId, from, to } = data;
    const custody = { custodyId, childId, holderId, from, to };
    const epoch = await raiseEpoch(tx, familyId, { custody: custodyId });
    tx.emit(AccessTakenAway, { familyId, relation: null, custody, epoch });
  }

  async #set(
    tx: Tx,
    { custodyId: id, familyId, childId, holderId, from, to }: Recorded,
    ended: boolean,
  ): Promise<void> {
    await lockFacts(tx);
    const { manager, municipality } = tx;
    const custody = Custody.of({ municipality, id, familyId, childId, holderId, from, to });
    const insert = manager.createQueryBuilder().insert().into(Custody).values(custody);
    await (ended ? insert.orUpdate(['to_date'], ['municipality', 'id']) : insert.orIgnore()).execute();
    // told again with an end that has come near; never a later one than was heard of
    if (!ended && to !== null)
      await tx.query(
        `UPDATE custody SET to_date = least(to_date, $2) WHERE municipality = helhed.tenant() AND id = $1`,
        [id, to],
      );
    await recomputeCoverage(tx, { persons: [childId] });
  }
}
