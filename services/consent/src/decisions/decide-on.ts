import type { AccessFacts, Decision, Look, Subject } from '@helhed/access';
import { isId } from '@helhed/kernel';
import { registerRestored } from '../restored/restored.js';
import type { DecidableAct, ResourceType } from './decidable-acts.js';
import { things } from './things.js';

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
  if (!isId(id)) return undefined;
  const { thing, from, id: column } = things[type];
  const query = look.ask(act, subject, thing);
  const [row] = await query.rows<{ facts: AccessFacts }>(
    look.tx,
    `SELECT ${query.facts} AS facts FROM ${from} WHERE ${column} = ${query.value(id, 'uuid')}`,
  );
  if (!row) return undefined;
  const decision = query.decide(row.facts);
  if (decision.isRevocable && decision.epoch < 0) throw registerRestored();
  return { decision, facts: row.facts };
}
