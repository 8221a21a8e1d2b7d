import { AccessTakenAway } from '@helhed/contracts';
import { Workers } from '@helhed/database';
import { DomainError, type MunicipalityCode } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { raiseEpoch } from '../epoch/raise-epoch.js';
import { FinalTransactions } from '../leases/final-transactions.js';
import { anyFamily } from './any-family.js';
import { KeepWithdrawals } from './keep-withdrawals.js';
import { closeRegister, findRestored, isRestored, openRegister, type Restored } from './restored.js';
import { TakeBack, type Found, type TakenBack } from './take-back.js';

/** What an operator does with a restored register: closes it, has taken back what others know, and opens it again. */
@Injectable()
export class OpenRegister {
  constructor(
    private readonly workers: Workers,
    private readonly final: FinalTransactions,
    private readonly keeping: KeepWithdrawals,
    private readonly takingBack: TakeBack,
  ) {}

  /** Every municipality's, whether or not anything named an epoch that it has not reached. */
  async close(): Promise<Restored[]> {
    const known = await this.workers.query<{ code: MunicipalityCode }>('SELECT code FROM helhed.municipality');
    for (const { code } of known) await closeRegister(this.workers, code, 0);
    return findRestored(this.workers);
  }

  /** @throws DomainError `register-not-closed` */
  async takeBack(municipality: MunicipalityCode, found: readonly Found[], named: number): Promise<TakenBack> {
    await this.#requireClosed(municipality);
    // what the ledger knows comes first: its numbers have their own families
    await this.keeping.keep(municipality);
    return this.takingBack.run(municipality, found, named);
  }

  /** Raises the epoch past everything named, so that no replica answers before it has heard all. @throws DomainError `register-not-closed` */
  async open(municipality: MunicipalityCode): Promise<number> {
    const { named } = await this.#requireClosed(municipality);
    await this.takeBack(municipality, [], named);
    return this.final.inTransaction(municipality, async (tx) => {
      if (!(await isRestored(tx))) throw notClosed();
      const familyId = await anyFamily(tx);
      const epoch = await raiseEpoch(tx, familyId, null);
      tx.emit(AccessTakenAway, { familyId, relation: null, custody: null, epoch });
      await openRegister(tx, epoch);
      return epoch;
    });
  }

  async #requireClosed(municipality: MunicipalityCode): Promise<Restored> {
    const closed = (await findRestored(this.workers)).find((each) => each.municipality === municipality);
    if (!closed) throw notClosed();
    return closed;
  }
}

const notClosed = (): DomainError =>
  new DomainError('conflict', 'register-not-closed', {
    da: 'Registret er ikke lukket. Luk det, før noget tages tilbage i det.',
    en: 'The register is not closed. Close it before anything is taken back in it.',
  });
