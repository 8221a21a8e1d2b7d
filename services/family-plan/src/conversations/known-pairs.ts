import type { Tx } from '@helhed/database';
import type { FieldError } from '@helhed/kernel';
import { incomplete } from './conversation.js';
import type { RecordConversation } from './conversations.dto.js';
import type { Pair } from './required-part.js';

interface Looked {
  readonly at: string;
  readonly unitKnown: boolean;
  readonly heldThere: boolean;
}

/**
 * Says nothing of any family: as the administration told of units.
 * @throws DomainError `conversation-incomplete` naming a unit that is not there or is retired, or a function that nobody can hold there
 */
export async function requireKnownPairs(tx: Tx, told: RecordConversation['participants']): Promise<void> {
  const named = told.flatMap((who, index) => (who.by === 'unit' ? [{ ...who, at: `participants.${index}` }] : []));
  const looked = await tx.query<Looked>(
    `SELECT told.at, EXISTS (SELECT FROM helhed.unit_function h
         WHERE h.municipality = helhed.tenant() AND h.unit = told.unit AND h.function = told.function) AS "heldThere",
       EXISTS (SELECT FROM helhed.unit_replica u
         WHERE u.municipality = helhed.tenant() AND u.code = told.unit AND NOT u.retired) AS "unitKnown"
     FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS told (at, unit, function, n) ORDER BY told.n`,
    [named.map(({ at }) => at), named.map(({ unit }) => unit), named.map((who) => who.function)],
  );
  const wrong = looked.flatMap(({ at, unitKnown, heldThere }): FieldError[] => {
    if (!unitKnown) return [{ field: `${at}.unit`, rule: 'unknown', message: noSuchUnit }];
    return heldThere ? [] : [{ field: `${at}.function`, rule: 'not-held-there', message: notHeldThere }];
  });
  if (wrong.length > 0) throw incomplete(wrong);
}

/** Whose relation to the family was `contact` on a day. */
export const findContacts = (tx: Tx, familyId: string, programme: string, on: string): Promise<Pair[]> =>
  tx.query<Pair>(
    `SELECT DISTINCT r.unit, r.function FROM relation r WHERE r.municipality = helhed.tenant() AND r.family_id = $1
     AND r.programme = $2 AND r.kind = 'contact' AND daterange(r.from_date, r.to_date) @> $3::date`,
    [familyId, programme, on],
  );

const noSuchUnit = { da: 'Den enhed er der ikke.', en: 'There is no such unit.' };
const notHeldThere = {
  da: 'Den funktion kan ingen have i enheden.',
  en: 'Nobody can hold that function in the unit.',
};
