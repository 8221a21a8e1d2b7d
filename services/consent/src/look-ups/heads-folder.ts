import { open, readFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { signedHead, type SignedHead } from './signed-head.js';

/**
 * Where signed heads are kept: outside the database, best on a machine that its administrators do not reach. A file for
 * each municipality, a line for each head, only ever appended to.
 */
export class HeadsFolder {
  /** @param folder undefined where none is set: then nothing is signed, and there is nothing to compare with */
  constructor(readonly folder: () => string | undefined) {}

  get isSet(): boolean {
    return this.folder() !== undefined;
  }

  async append(head: SignedHead): Promise<void> {
    const path = this.#file(head.municipality);
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, 'a', 0o640);
    try {
      await file.write(`${JSON.stringify(head)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  /** @returns each line's head, or undefined for a line that is none */
  async read(municipality: string): Promise<(SignedHead | undefined)[]> {
    if (!this.isSet) return [];
    const text = await readFile(this.#file(municipality), 'utf8').catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
      throw error;
    });
    return text.split('\n').filter(Boolean).map(readLine);
  }

  #file(municipality: string): string {
    return join(this.folder() ?? '', `${municipality}.jsonl`);
  }
}

function readLine(line: string): SignedHead | undefined {
  try {
    return signedHead.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
