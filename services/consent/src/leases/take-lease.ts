import { consentUnavailable, leaseMs, type Actor } from '@helhed/access';
import { Database, Workers } from '@helhed/database';
import { log } from '@helhed/telemetry';
import { Inject, Injectable } from '@nestjs/common';
import { holdEpoch } from '../epoch/current-epoch.js';
import { HoldToStream } from '../restored/hold-to-stream.js';
import { closeRegister, isRestored, registerRestored } from '../restored/restored.js';
import type { LeaseView, TakeLease as Asked } from './leases.dto.js';

@Injectable()
export class TakeLease {
  constructor(
    private readonly database: Database,
    private readonly workers: Workers,
    @Inject(HoldToStream) private readonly stream: Pick<HoldToStream, 'isDone'>,
  ) {}

  /**
   * A holder that is behind is told what is demanded, and answers nothing until it has applied that. The epoch's row is
   * held, so a raise either is demanded by this grant or finds its row. A renewal that was sent before a confirmation and
   * comes after it, having waited for the raise, takes back nothing: what the holder has confirmed it has applied. The lease
   * has the id that the holder chose for itself, so that it can be given back though this answer never reached it; each grant
   * has one that never comes again. A holder that is ahead has heard of what the register does not know: that was restored,
   * and is closed.
   * @throws DomainError `register-restored`; `consent-unavailable` before the register was held to the stream
   */
  async run({ municipality, azp: service }: Actor, { instance, epoch }: Asked): Promise<LeaseView> {
    if (!this.stream.isDone) throw consentUnavailable();
    const lease = await this.database.inTransaction(municipality, async (tx) => {
      const demanded = await holdEpoch(tx);
      if (await isRestored(tx)) throw registerRestored();
      if (epoch > demanded) return undefined;
      const [lease] = await tx.query<{ id: string }>(
        `INSERT INTO lease (municipality, id, service, instance, epoch, renewal) VALUES (helhed.tenant(), $2, $1, $2, $3, 1)
         ON CONFLICT (municipality, service, instance)
         DO UPDATE SET epoch = greatest(lease.epoch, excluded.epoch), renewal = lease.renewal + 1,
           given = gen_random_uuid() RETURNING id`,
        [service, instance, epoch],
      );
      return { id: (lease as { id: string }).id, demanded, milliseconds: leaseMs };
    });
    if (lease) return lease;
    log.error('a service has applied what the register does not know', { municipality });
    await closeRegister(this.workers, municipality, epoch);
    throw registerRestored();
  }
}
