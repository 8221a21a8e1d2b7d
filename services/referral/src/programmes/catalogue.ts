import type { ProgrammeDefinition } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { Injectable } from '@nestjs/common';

const mostKept = 500;

interface Version {
  readonly id: string;
  readonly version: number;
}

/** The definitions that commands decide by. A published version never changes, so each is read from its row once. */
@Injectable()
export class Catalogue {
  readonly #kept = new Map<string, ProgrammeDefinition>();

  /** The definition in force on a date: the latest version whose `validFrom` has come. */
  async findInForce(tx: Tx, code: string, on: string): Promise<ProgrammeDefinition | undefined> {
    const [found] = await tx.query<Version>(
      `SELECT id, version FROM programme WHERE municipality = helhed.tenant() AND code = $1 AND valid_from <= $2
       ORDER BY version DESC LIMIT 1`,
      [code, on],
    );
    return found && this.#read(tx, found);
  }

  /** The definition that a referral was received under. */
  async getVersion(tx: Tx, code: string, version: number): Promise<ProgrammeDefinition> {
    const [found] = await tx.query<Version>(
      'SELECT id, version FROM programme WHERE municipality = helhed.tenant() AND code = $1 AND version = $2',
      [code, version],
    );
    if (!found) throw new Error(`programme ${code} has no version ${version}`);
    return this.#read(tx, found);
  }

  async #read(tx: Tx, { id }: Version): Promise<ProgrammeDefinition> {
    const kept = this.#kept.get(id);
    if (kept) return kept;
    const [row] = await tx.query<{ definition: ProgrammeDefinition }>(
      'SELECT definition FROM programme WHERE municipality = helhed.tenant() AND id = $1',
      [id],
    );
    if (!row) throw new Error(`programme version ${id} has gone`);
    if (this.#kept.size >= mostKept) this.#kept.delete(this.#kept.keys().next().value as string);
    this.#kept.set(id, row.definition);
    return row.definition;
  }
}
