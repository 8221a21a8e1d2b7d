import type { AccessFacts, Decision, Look, Subject } from '@helhed/access';
import { isId } from '@helhed/kernel';
import { registerRestored } from '../restored/restored.js';
import type { DecidableAct, ResourceType } from './decidable-acts.js';
import { things, type Things } from './things.js';

export interface Decided {
  readonly decision: Decision;
  readonly facts: AccessFacts;
}

/** What would be decided of an act on a thing by somebody; undefined where nothing has the id. @throws DomainError `register-restored` */
export async function decideOn(
  look: Look,
  act: DecidableAct,
  subject: Subject,
  type: ResourceType,
  id: string,
): Promise<Decided | undefined> {
  return isId(id) ? (await decideOnAll(look, act, subject, things[type], [id]))[0] : undefined;
}

/** The same on those of the things that are there, by one statement. @throws DomainError `register-restored` */
export async function decideOnAll(
  look: Look,
  act: DecidableAct,
  subject: Subject,
  { thing, from, id: column }: Things,
  ids: readonly string[],
): Promise<Decided[]> {
  const query = look.ask(act, subject, thing);
  const rows = await query.rows<{ facts: AccessFacts }>(
    look.tx,
    `SELECT ${query.facts} AS facts FROM ${from} WHERE ${column} = ANY (${query.value(ids, 'uuid[]')})`,
  );
  return rows.map(({ facts }) => {
    const decision = query.decide(facts);
    if (decision.isRevocable && decision.epoch < 0) throw registerRestored();
    return { decision, facts };
  });
}

/**
 * What is decided for others tells of the thing too: section 7 of whoever asks.
 * @throws DomainError 403 of step 7, which is logged
 */
export async function requireUnbarred(look: Look, { thing, from, id: column }: Things, id: string): Promise<void> {
  const query = look.query(thing, []);
  const [row] = await query.rows<{ facts: AccessFacts }>(
    look.tx,
    `SELECT ${query.facts} AS facts FROM ${from} WHERE ${column} = ${query.value(id, 'uuid')}`,
  );
  if (row) look.requireUnbarred(query, row.facts);
}

/** The things that section 7 bars whoever asks from. */
export async function barredThings(look: Look, type: ResourceType): Promise<string[]> {
  const { thing, from, id } = things[type];
  const query = look.query(thing, []);
  const rows = await query.rows<{ id: string }>(
    look.tx,
    `SELECT ${id} AS id FROM ${from} WHERE NOT (${query.unbarred})`,
  );
  return rows.map((row) => row.id);
}
