import type { Pieces } from './pieces.js';

/** Step 7 (docs/access.md 7). The persons whom the actor is barred from are few, and known before things are looked for. */
export function barred(pieces: Pieces): string {
  const { actor, inSpiteOfColleagues = false } = pieces.question;
  if (actor.kind !== 'person') return 'false';
  const among = (persons: string): string => `coalesce(${pieces.thing.members}, '{}') && ARRAY(${persons})`;
  const closest = among(`SELECT access_row.person_id ${closestOf(pieces)}`);
  if (inSpiteOfColleagues) return `(${closest})`;
  const colleagues = among(`SELECT access_row.person_id ${colleaguesOf(pieces)}`);
  const cleared = `${pieces.thing.family} = ANY (ARRAY(SELECT access_row.family_id ${clearancesOf(pieces)}
    AND ${pieces.holds('access_row')}))`;
  return `(${closest} OR (${colleagues} AND (${cleared}) IS NOT TRUE))`;
}

/** A query of `person_id`: everybody whom the actor is barred from where no clearance lifts it. */
export const barredPersons = (pieces: Pieces): string =>
  `SELECT access_row.person_id ${closestOf(pieces)} UNION SELECT access_row.person_id ${colleaguesOf(pieces)}`;

/** The actor's own person and relatives. */
const closestOf = (pieces: Pieces): string =>
  `FROM helhed.barred_person access_row WHERE access_row.sub = ${pieces.me.sub} AND ${pieces.holds('access_row')}`;

/** The persons that those who hold a function in the actor's unit are themselves. */
export const colleaguesOf = (pieces: Pieces): string =>
  `FROM helhed.unit_member access_colleague JOIN helhed.barred_person access_row ON access_row.sub = access_colleague.sub
   WHERE access_colleague.unit = ${pieces.me.unit} AND access_colleague.sub <> ${pieces.me.sub}
     AND access_row.kind = 'own-person' AND ${pieces.holds('access_row')}`;

export const clearancesOf = ({ me }: Pieces): string =>
  `FROM helhed.clearance access_row
   WHERE access_row.sub = ${me.sub} AND access_row.unit = ${me.unit} AND access_row.function = ${me.function}`;
