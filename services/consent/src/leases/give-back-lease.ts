import type { Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { leaseChannel } from './confirmed-signal.js';
import type { GivenBackLease } from './leases.dto.js';

@Injectable()
export class GiveBackLease {
  constructor(private readonly database: Database) {}

  /**
   * The holder is stopping and has sent its last answer: nobody waits for it any more.
   * @throws DomainError `not-found` for a lease that another service took, or that ran out
   */
  async run({ municipality, azp: service }: Actor, id: string): Promise<GivenBackLease> {
    return this.database.inTransaction(municipality, async (tx) => {
      const [lease] = await tx.query<{ id: string }>(
        'DELETE FROM lease WHERE municipality = helhed.tenant() AND id = $1 AND service = $2 RETURNING id',
        [id, service],
      );
      if (!lease) throw notFound({ da: 'Fristen', en: 'The lease' });
      await tx.query('SELECT pg_notify($1, $2)', [leaseChannel, municipality]);
      return { id: lease.id };
    });
  }
}
