import { isDeepStrictEqual } from 'node:util';
import { Workers } from '@helhed/database';
import { DomainError, type MunicipalityCode } from '@helhed/kernel';
import { log } from '@helhed/telemetry';
import { Injectable } from '@nestjs/common';
import { closeRegister, findRestored } from './restored.js';
import { TakeBack, type Found } from './take-back.js';
import type { LedgerLine, Taken } from './taken.js';
import { WithdrawalFolder } from './withdrawal-folder.js';

interface Row {
  readonly municipality: MunicipalityCode;
  readonly epoch: string;
  readonly family: string;
  readonly taken: Taken | null;
}

/** The highest epoch in the ledger, and its lines: two where the register had lost one and counted the number anew. */
interface Kept {
  readonly epoch: number;
  readonly lines: readonly LedgerLine[];
}
const nothingKept: Kept = { epoch: 0, lines: [] };

/** Keeps the ledger of withdrawals, and holds the register to it: one that is behind its ledger was restored. */
@Injectable()
export class KeepWithdrawals {
  /** By municipality */
  #kept: Promise<Map<string, Kept>> | undefined;
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
    const newest = await this.workers.query<Row>(
      `SELECT c.municipality, c.value AS epoch, r.family_id AS family, r.taken FROM epoch_counter c
       LEFT JOIN epoch_raise r ON r.municipality = c.municipality AND r.epoch = c.value`,
    );
    for (const row of newest) {
      const { epoch, lines } = kept.get(row.municipality) ?? nothingKept;
      if (Number(row.epoch) !== epoch || !isAmong(lines, lineOf(row))) await this.keep(row.municipality);
    }
  }

  /** Before anything is answered: closes the register of each municipality of which the ledger knows more. */
  async closeRestored(): Promise<void> {
    for (const [code, kept] of await this.#all()) {
      const municipality = code as MunicipalityCode;
      if (!(await this.#knows(municipality, kept))) await this.#close(municipality, kept.epoch);
    }
  }

  /** Whether nothing is let known in the municipality until an operator opens its register again. */
  async isClosed(municipality: MunicipalityCode): Promise<boolean> {
    return (await findRestored(this.workers)).some((each) => each.municipality === municipality);
  }

  async #write(municipality: MunicipalityCode): Promise<void> {
    const kept = await this.#all();
    const last = kept.get(municipality) ?? nothingKept;
    if (!(await this.#knows(municipality, last))) await this.#takeBack(municipality, last.epoch);
    const lines = await this.#raisedSince(municipality, last.epoch);
    await this.folder.append(lines);
    if (lines.length > 0) kept.set(municipality, highest(lines));
  }

  /**
   * What the ledger has and the register has not is taken away again. What the register raised under a number that the
   * ledger has for another is written beside that one.
   */
  async #takeBack(municipality: MunicipalityCode, last: number): Promise<void> {
    await this.#close(municipality, last);
    const ledger = (await this.folder.read()).filter((line) => line.municipality === municipality);
    const raised = await this.#raisedSince(municipality, 0);
    const counted = new Map(raised.map((each) => [each.epoch, each]));
    const known = Map.groupBy(ledger, ({ epoch }) => epoch);
    const lost = ledger.filter((line) => !isAmong([line], counted.get(line.epoch)));
    await this.takingBack.run(municipality, lost.map(found), last);
    const unkept = raised.filter((each) => each.epoch <= last && !isAmong(known.get(each.epoch), each));
    await this.folder.append(unkept);
    const kept = await this.#all();
    kept.set(municipality, highest([...ledger, ...unkept]));
  }

  #all(): Promise<Map<string, Kept>> {
    this.#kept ??= this.folder
      .read()
      .then((lines) => {
        const of = Map.groupBy(lines, ({ municipality }) => municipality);
        return new Map([...of].map(([municipality, own]) => [municipality, highest(own)]));
      })
      .catch((error: unknown) => {
        log.error('the ledger of withdrawals cannot be read', { error });
        this.#kept = undefined;
        throw error;
      });
    return this.#kept;
  }

  /** A number alone says little: one that was lost with a failover is soon counted anew, for something else. */
  async #knows(municipality: MunicipalityCode, { epoch, lines }: Kept): Promise<boolean> {
    if (epoch === 0) return true;
    const [raise] = await this.#raisedSince(municipality, epoch - 1);
    return isAmong(lines, raise);
  }

  async #close(municipality: MunicipalityCode, named: number): Promise<void> {
    log.error('the register was restored from before its ledger of withdrawals', { municipality });
    await closeRegister(this.workers, municipality, named);
  }

  async #raisedSince(municipality: MunicipalityCode, epoch: number): Promise<LedgerLine[]> {
    const rows = await this.workers.query<Row>(
      `SELECT municipality, epoch, family_id AS family, taken
       FROM epoch_raise WHERE municipality = $1 AND epoch > $2 ORDER BY epoch`,
      [municipality, epoch],
    );
    return rows.map(lineOf);
  }
}

const lineOf = ({ municipality, epoch, family, taken }: Row): LedgerLine => ({
  municipality,
  epoch: Number(epoch),
  family,
  taken,
  at: new Date().toISOString(),
});

function highest(lines: readonly LedgerLine[]): Kept {
  const epoch = lines.reduce((most, line) => Math.max(most, line.epoch), 0);
  return { epoch, lines: lines.filter((line) => line.epoch === epoch) };
}

/** A number that was made good (`liftEpoch`) has the ledger's family, and nothing of its own that it took away. */
const isAmong = (kept: readonly LedgerLine[] = [], raise: LedgerLine | undefined): boolean =>
  kept.some(
    ({ epoch, family, taken }) =>
      raise?.epoch === epoch &&
      raise.family === family &&
      (raise.taken === null || isDeepStrictEqual(raise.taken, taken)),
  );

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
