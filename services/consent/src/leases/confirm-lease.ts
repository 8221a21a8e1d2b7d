import type { Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { leaseChannel } from './confirmed-signal.js';
import type { ConfirmLease as Confirmed, ConfirmedLease } from './leases.dto.js';

@Injectable()
export class ConfirmLease {
  constructor(private readonly database: Database) {}

  /**
   * The holder has applied the epoch, and every answer that it began earlier has gone. Told by NOTIFY, whose commits wait
   * for each other; so none of them waits for the disk. One that is lost with the server only makes a withdrawal wait.
   * @throws DomainError `not-found` for a lease that another service took, or that ran out
   */
  async run({ municipality, azp: service }: Actor, id: string, { epoch }: Confirmed): Promise<ConfirmedLease> {
    return this.database.inTransaction(municipality, async (tx) => {
      const confirmed = tx.query<{ id: string; epoch: string }>(
        `WITH confirmed AS (
           UPDATE lease SET epoch = greatest(epoch, $3) WHERE municipality = helhed.tenant() AND id = $1 AND service = $2
           RETURNING id, epoch
         ) SELECT id, epoch, pg_notify($4, helhed.tenant()) FROM confirmed`,
        [id, service, epoch, leaseChannel],
      );
      const [[lease]] = await Promise.all([confirmed, tx.query('SET LOCAL synchronous_commit = off')]);
      if (!lease) throw notFound({ da: 'Fristen', en: 'The lease' });
      return { id: lease.id, epoch: Number(lease.epoch) };
    });
  }
}
