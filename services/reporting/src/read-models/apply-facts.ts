import type { Tx } from '@helhed/database';
import { enrolments } from './enrolment.js';
import { heldSessions } from './held-session.js';
import { journeys } from './journey.js';
import { evolveRows, idsIn, type Fact } from './read-model.js';
import { findRows, saveRows } from './rows.js';

export const readModels = [journeys, enrolments, heldSessions] as const;

/** Brings a generation of the read models up to date with these facts: one as it comes, or thousands in a rebuild. */
export async function applyFacts(tx: Tx, generation: number, facts: readonly Fact[]): Promise<void> {
  for (const model of readModels) {
    const ids = idsIn(model, facts);
    if (ids.length === 0) continue;
    const before = await findRows(tx, model, generation, ids);
    const after = evolveRows(model, before, facts);
    const changed = [...after].flatMap(([id, row]) => (before.get(id) === row ? [] : [row]));
    if (changed.length > 0) await saveRows(tx, model, generation, changed);
  }
}
