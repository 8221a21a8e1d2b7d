import type { ProgrammeDefinition } from '@helhed/contracts';
import type { PoolClient } from 'pg';
import { rows, statement } from './statement.js';

const version = statement(
  'in force',
  `SELECT id FROM programme WHERE municipality = :municipality AND code = :programme AND valid_from <= current_date
   ORDER BY version DESC LIMIT 1`,
);
const whole = statement(
  'definition',
  'SELECT definition FROM programme WHERE municipality = :municipality AND id = :id',
);

const exactly = statement(
  'version',
  'SELECT id FROM programme WHERE municipality = :municipality AND code = :programme AND version = :version',
);

/** Which version is in force is asked for each time; a version itself never changes, and is read once. */
export class Catalogue {
  readonly #kept = new Map<string, ProgrammeDefinition>();

  async inForce(client: PoolClient, municipality: string, programme: string): Promise<ProgrammeDefinition | undefined> {
    const [found] = await rows<{ id: string }>(client, version, { municipality, programme });
    return found && this.#read(client, municipality, found.id);
  }

  async version(
    client: PoolClient,
    municipality: string,
    programme: string,
    version: number,
  ): Promise<ProgrammeDefinition> {
    const [found] = await rows<{ id: string }>(client, exactly, { municipality, programme, version });
    if (!found) throw new Error(`programme ${programme} has no version ${version}`);
    return this.#read(client, municipality, found.id);
  }

  async #read(client: PoolClient, municipality: string, id: string): Promise<ProgrammeDefinition> {
    const kept = this.#kept.get(id);
    if (kept) return kept;
    const [row] = await rows<{ definition: ProgrammeDefinition }>(client, whole, { municipality, id });
    if (!row) throw new Error(`programme version ${id} has gone`);
    this.#kept.set(id, row.definition);
    return row.definition;
  }
}
