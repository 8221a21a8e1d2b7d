import { isSnapshot, type Snapshot } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { attendances } from './attendance.js';
import { conversations } from './conversation.js';
import { courses } from './course.js';
import { enrolments } from './enrolment.js';
import { heldSessions } from './held-session.js';
import { journeys } from './journey.js';
import { evolveRows, idsIn, type Fact } from './read-model.js';
import { findRows, saveRows } from './rows.js';

export const readModels = [journeys, enrolments, courses, heldSessions, attendances, conversations] as const;

/** Brings a generation of the read models up to date with these facts: one as it comes, or thousands in a rebuild. */
export async function applyFacts(tx: Tx, generation: number, appended: readonly Fact[]): Promise<void> {
  const facts = appended.flatMap(toldBy);
  for (const model of readModels) {
    const ids = idsIn(model, facts);
    if (ids.length === 0) continue;
    const before = await findRows(tx, model, generation, ids);
    const after = evolveRows(model, before, facts);
    const changed = [...after].flatMap(([id, row]) => (before.get(id) === row ? [] : [row]));
    if (changed.length > 0) await saveRows(tx, model, generation, changed);
  }
}

/**
 * What a fact tells. A snapshot tells a series of events, some of which may be facts themselves: rows are found by the ids
 * in the data and set to what it says, so nothing counts twice.
 */
const toldBy = (fact: Fact): readonly Fact[] => (isSnapshot(fact.type) ? (fact.data as Snapshot).events : [fact]);
