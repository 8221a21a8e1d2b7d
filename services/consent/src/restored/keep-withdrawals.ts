import { Workers } from '@helhed/database';
import { DomainError, type MunicipalityCode } from '@helhed/kernel';
import { log } from '@helhed/telemetry';
import { Injectable } from '@nestjs/common';
import { closeRegister } from './restored.js';
import { TakeBack, type Found } from './take-back.js';
import type { LedgerLine, Taken } from './taken.js';
import { WithdrawalFolder } from './withdrawal-folder.js';

interface Row {
  readonly epoch: string;
  readonly family: string;
  readonly taken: Taken | null;
}

/** Keeps the ledger of withdrawals, and holds the register to it: one that is behind its ledger was restored. */
@Injectable()
export class KeepWithdrawals {
  /** The highest epoch in the ledger, by municipality */
  #kept: Promise<Map<string, number>> | undefined;
  /** One writes at a time, so that what is kept has no gaps */
  #writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly workers: Workers,
    private readonly folder: WithdrawalFolder,
    private readonly takingBack: TakeBack,
  ) {}

  /**
   * Every raise so far is in the ledger, on storage.
   * @throws DomainError `withdrawal-not-kept` where that is not sure: it took effect, and is kept when asked again
   */
  async keep(municipality: MunicipalityCode): Promise<void> {
    if (!this.folder.isSet) return;
    const written = this.#writing.then(() => this.#write(municipality));
    this.#writing = written.catch(() => undefined);
    await written.catch((error: unknown) => {
      log.error('the ledger of withdrawals cannot be written', { error });
      throw notKept();
    });
  }

  /** The same of every municipality where the register and the ledger differ. */
  async keepAll(): Promise<void> {
    const kept = await this.#all();
    const counters = await this.workers.query<{ municipality: MunicipalityCode; value: string }>(
      'SELECT municipality, value FROM epoch_counter',
    );
    for (const { municipality, value } of counters)
      if (Number(value) !== (kept.get(municipality) ?? 0)) await this.keep(municipality);
  }

  /** Before anything is answered: closes the register of each municipality of which the ledger knows more. */
  async closeRestored(): Promise<void> {
    for (const [code, epoch] of await this.#all()) {
      const municipality = code as MunicipalityCode;
      if ((await this.#counted(municipality)) < epoch) await this.#close(municipality, epoch);
    }
  }

  async #write(municipality: MunicipalityCode): Promise<void> {
    const kept = await this.#all();
    const last = kept.get(municipality) ?? 0;
    const since = await this.#counted(municipality);
    if (since < last) {
      await this.#close(municipality, last);
      await this.takingBack.run(municipality, (await this.#linesSince(municipality, since)).map(found), last);
    }
    const lines = await this.#raisedSince(municipality, last);
    await this.folder.append(lines);
    kept.set(municipality, lines.at(-1)?.epoch ?? last);
  }

  #all(): Promise<Map<string, number>> {
    this.#kept ??= this.folder
      .read()
      .then((lines) => new Map(lines.map(({ municipality, epoch }) => [municipality, epoch])))
      .catch((error: unknown) => {
        log.error('the ledger of withdrawals cannot be read', { error });
        this.#kept = undefined;
        throw error;
      });
    return this.#kept;
  }

  async #close(municipality: MunicipalityCode, named: number): Promise<void> {
    log.error('the register was restored from before its ledger of withdrawals', { municipality });
    await closeRegister(this.workers, municipality, named);
  }

  async #counted(municipality: MunicipalityCode): Promise<number> {
    const rows = await this.workers.query<{ value: string }>('SELECT value FROM epoch_counter WHERE municipality = $1', [
      municipality,
    ]);
    return Number(rows[0]?.value ?? 0);
  }

  async #linesSince(municipality: MunicipalityCode, epoch: number): Promise<LedgerLine[]> {
    return (await this.folder.read()).filter((line) => line.municipality === municipality && line.epoch > epoch);
  }

  async #raisedSince(municipality: MunicipalityCode, epoch: number): Promise<LedgerLine[]> {
    const at = new Date().toISOString();
    const rows = await this.workers.query<Row>(
      'SELECT epoch, family_id AS family, taken FROM epoch_raise WHERE municipality = $1 AND epoch > $2 ORDER BY epoch',
      [municipality, epoch],
    );
    return rows.map(({ epoch: raised, family, taken }) => ({ municipality, epoch: Number(raised), family, taken, at }));
  }
}

const found = ({ epoch, family, taken }: LedgerLine): Found => ({
  epoch,
  family,
  basis: taken && 'basis' in taken ? taken : null,
});

const notKept = (): DomainError =>
  new DomainError('unavailable', 'withdrawal-not-kept', {
    da: 'Det er trukket tilbage, men endnu ikke skrevet uden for databasen. Send det samme igen.',
    en: 'It was taken back, but is not written outside the database yet. Send the same again.',
  });
