import { setTimeout as pause } from 'node:timers/promises';
import { countedMs } from '@helhed/access';
import { Database, type Tx } from '@helhed/database';
import { monotonicMs, type MunicipalityCode } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { currentEpoch } from '../epoch/current-epoch.js';
import { mayRaise } from '../epoch/raise-epoch.js';
import { KeepWithdrawals } from '../restored/keep-withdrawals.js';
import { ConfirmedSignal } from './confirmed-signal.js';
import { LeasesGiven } from './leases-given.js';

/** How soon is looked when nobody tells, and then ever more seldom, in milliseconds: many may wait for one holder. */
const lookAgainMs = { first: 50, last: 400 };

/** For the commands that take access away: they are answered when no service answers any more from what was before. */
@Injectable()
export class FinalTransactions {
  constructor(
    private readonly database: Database,
    private readonly given: LeasesGiven,
    private readonly confirmed: ConfirmedSignal,
    private readonly keeping: KeepWithdrawals,
  ) {}

  /**
   * Runs `work` in a transaction and returns when every lease has been confirmed at the epoch that it left, or has run
   * out: after `countedMs` at the latest, since whatever is given later demands that epoch. One that finds everything done
   * already waits too: the answer to the first may never have come. Where the register is closed, every lease has run out,
   * whatever was confirmed. By then it stands in the ledger outside the database.
   * @throws DomainError `withdrawal-not-kept` where it does not; what `work` did was committed, and is kept when asked again
   */
  async inTransaction<T>(municipality: MunicipalityCode, work: (tx: Tx) => Promise<T>): Promise<T> {
    const { result, epoch } = await this.database.inTransaction(municipality, async (tx) => {
      mayRaise(tx);
      return { result: await work(tx), epoch: await currentEpoch(tx) };
    });
    await Promise.all([this.keeping.keep(municipality), this.#settled(municipality, epoch)]);
    // a restored register counts numbers anew that services have confirmed: none is trusted, and no lease is given meanwhile
    if (await this.keeping.isClosed(municipality)) await pause(countedMs);
    return result;
  }

  async #settled(municipality: MunicipalityCode, epoch: number): Promise<void> {
    const end = monotonicMs() + countedMs;
    for (let again = lookAgainMs.first; ; again = Math.min(again * 2, lookAgainMs.last)) {
      const confirmed = this.confirmed.next(municipality);
      const left = Math.min(await this.given.left(municipality, epoch), end - monotonicMs());
      if (left <= 0) return;
      await Promise.race([confirmed, pause(Math.min(left, again))]);
    }
  }
}
