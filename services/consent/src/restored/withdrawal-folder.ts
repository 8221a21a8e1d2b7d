import { mkdir, open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { log } from '@helhed/telemetry';
import { ledgerLine, type LedgerLine } from './taken.js';

const ending = '.jsonl';

/**
 * The ledger of withdrawals: outside the database and its backup. A file for each instance, which alone appends to it; a
 * line for each raise of the epoch, on storage before the command that raised it is answered.
 */
export class WithdrawalFolder {
  /** @param settings undefined where no folder is set: then nothing is kept, and a restored register finds nothing there */
  constructor(private readonly settings: () => { readonly folder: string; readonly instance: string } | undefined) {}

  get isSet(): boolean {
    return this.settings() !== undefined;
  }

  /** @throws Error where the lines may not be on storage; they may then be there twice, which says the same */
  async append(lines: readonly LedgerLine[]): Promise<void> {
    const { folder, instance } = this.settings() ?? {};
    if (folder === undefined || lines.length === 0) return;
    await mkdir(folder, { recursive: true });
    const file = await open(join(folder, `${instance}${ending}`), 'a', 0o640);
    try {
      const isNew = (await file.stat()).size === 0;
      // each begins a line of its own: one that was cut off before it spoils nothing
      await file.appendFile(lines.map((line) => `\n${JSON.stringify(line)}`).join(''));
      await file.sync();
      if (isNew) await syncFolder(folder);
    } finally {
      await file.close();
    }
  }

  /** All instances' lines, in the order of their epochs. @throws Error where the folder cannot be read */
  async read(): Promise<LedgerLine[]> {
    const { folder } = this.settings() ?? {};
    if (folder === undefined) return [];
    await mkdir(folder, { recursive: true });
    const names = (await readdir(folder)).filter((name) => name.endsWith(ending));
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    const lines = texts.flatMap((text) => text.split('\n').filter(Boolean)).flatMap((line) => readLine(line) ?? []);
    return lines.toSorted((a, b) => a.epoch - b.epoch);
  }
}

async function syncFolder(folder: string): Promise<void> {
  const directory = await open(folder, 'r');
  await directory.sync().finally(() => directory.close());
}

/** One that was cut off was never answered for. */
function readLine(text: string): LedgerLine | undefined {
  try {
    return ledgerLine.parse(JSON.parse(text));
  } catch (error) {
    log.warn('a line of the ledger of withdrawals is cut off', { error });
    return undefined;
  }
}
