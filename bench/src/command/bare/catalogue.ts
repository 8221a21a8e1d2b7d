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

/** Which version is in force is asked for each time; a version itself never changes, and is read once. */
export class Catalogue {
  readonly #kept = new Map<string, ProgrammeDefinition>();

  async inForce(client: PoolClient, municipality: string, programme: string): Promise<ProgrammeDefinition | undefined> {
    const [found] = await rows<{ id: string }>(client, version, { municipality, programme });
    if (!found) return undefined;
    const kept = this.#kept.get(found.id);
    if (kept) return kept;
    const [read] = await rows<{ definition: ProgrammeDefinition }>(client, whole, { municipality, ...found });
    if (read) this.#kept.set(found.id, read.definition);
    return read?.definition;
  }
}
