import {
  heldRelations,
  type AccessFacts,
  type AccessQuery,
  type Look,
  type Relation,
  type ThingInSql,
} from '@helhed/access';
import { notFound } from '@helhed/kernel';
import { familyUnknown } from './refusals.js';
import { basisThing, familyThing } from './things.js';

interface Row {
  readonly facts: AccessFacts;
}

/** About bases: the register rests on no basis, and where evidence is shown is another question (`seesEvidence`). */
export const askingBases = (look: Look): AccessQuery => look.query(basisThing, ['basis.entry']);

/**
 * A family that the body names, whose members are known.
 * @returns the programmes of the actor's relations to it
 * @throws DomainError `family-unknown` where it is out of reach; 403 for one's own, a relative's or a colleague's record
 */
export async function reachFamily(look: Look, familyId: string): Promise<string[]> {
  const query = look.query(familyThing, []);
  const [row] = (await query.rows<Row>(
    look.tx,
    `SELECT ${query.facts} AS facts FROM (SELECT ${query.value(familyId, 'uuid')}) f (id)`,
  )) as [Row];
  if (!look.ifReached(query, row.facts)) throw familyUnknown();
  // each relation that holds is of one programme, or of several where it follows from several referrals
  return [...new Set(heldRelations(query.question, row.facts).flatMap(({ programme }) => programme ?? []))];
}

/** By which relation the actor of a command reaches who holds custody in the family (docs/access.md, A-FAM-04), if by any. */
export const reachesCustody = (look: Look, familyId: string): Promise<Relation | undefined> =>
  reachesBy(look, familyId, ['triage', 'coordinator']);

/** By which of these relations the actor of a command reaches the family, by the first of several. */
export async function reachesBy(
  look: Look,
  familyId: string,
  relations: readonly Relation[],
  thing: ThingInSql = familyThing,
): Promise<Relation | undefined> {
  const query = look.ask({ relations, sections: [] }, look.actor, thing);
  const [row] = await query.rows<Row>(
    look.tx,
    `SELECT ${query.facts} AS facts FROM (SELECT ${query.value(familyId, 'uuid')}) f (id)`,
  );
  return row && heldRelations(query.question, row.facts)[0]?.relation;
}

/**
 * Asked before anything of the basis is read or locked, so that one that is out of reach takes no longer than one that is
 * not there. What it shows of the basis is noted.
 * @param recordedIn to end a basis one must be of the unit that recorded it
 * @throws DomainError `not-found` where the basis is out of reach; 403 as for a family
 */
export async function reachBasis(
  look: Look,
  id: string,
  recordedIn?: { readonly unit: string | undefined },
): Promise<void> {
  const query = askingBases(look);
  const ofUnit = recordedIn ? ` AND b.recorded_in_unit = ${query.value(recordedIn.unit ?? null, 'text')}` : '';
  const [row] = await query.rows<Row>(
    look.tx,
    `SELECT ${query.facts} AS facts FROM basis b
     WHERE b.municipality = helhed.tenant() AND b.id = ${query.value(id, 'uuid')}${ofUnit} AND ${query.related}`,
  );
  look.one(query, row?.facts, theBasis);
}

const theBasis = { da: 'Hjemlen', en: 'The basis' };
export const outOfReach = () => notFound(theBasis);
