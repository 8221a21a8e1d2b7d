import { consentUnavailable, type AccessFacts, type Act, type Actor, type Decision, type Looks } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { DomainError, notFound } from '@helhed/kernel';
import { findFamilyToChange } from '../families/get-family.js';
import { toChange } from '../families/reach-family.js';
import { foundObservation } from './observation-thing.js';
import { Observation } from './observation.js';

const what = { da: 'Det, der er bedt om,', en: 'What was asked for' };

interface Reached {
  readonly observation: Observation;
  readonly decision: Decision;
}

/**
 * One that a command changes, locked after its family, with what the psychologist is shown of these sections.
 * @throws DomainError `not-found` where it is not there, was deleted, its family is erased, or it is somebody else's: one and
 * the same answer; 403 for one's own, a relative's or a colleague's record
 */
export async function reachObservation(
  looks: Looks,
  tx: Tx,
  actor: Actor,
  act: Act,
  id: string,
  sections: Act['sections'] = [],
): Promise<Reached> {
  const named = await tx.manager.findOneBy(Observation, { municipality: tx.municipality, id });
  const family = named && (await findFamilyToChange(tx, named.familyId));
  const observation = family && (await tx.manager.findOne(Observation, toChange(tx, id)));
  if (!observation || observation.state === 'deleted') throw notFound(what);
  if (family.state === 'erased' || family.mergedInto !== null) throw notFound(what);
  const look = await looks.within(tx, actor, act);
  const query = look.query(foundObservation, sections);
  const [row] = await query.rows<{ facts: AccessFacts }>(
    tx,
    `SELECT ${query.facts} AS facts FROM observation o WHERE o.municipality = helhed.tenant() AND o.id = ${query.value(id, 'uuid')}`,
  );
  return { observation, decision: look.one(query, row?.facts, what) };
}

/**
 * What is seen of a family is noted on the basis that lets it be read, and on nothing else (A-FAM-40).
 * @throws DomainError `basis-missing` (409); `consent-unavailable` (503) while nobody can say whether it still holds
 */
export function requireBasis({ decision }: Pick<Reached, 'decision'>): void {
  if (decision.sections.every(({ shown }) => shown)) return;
  if (decision.withheld.some(({ reason }) => reason === 'consent-unavailable')) throw consentUnavailable();
  throw new DomainError('conflict', 'basis-missing', {
    da: 'Der er ikke en gældende hjemmel til det.',
    en: 'There is no basis in force for that.',
  });
}
