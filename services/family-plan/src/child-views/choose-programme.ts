import type { Look } from '@helhed/access';
import { DomainError } from '@helhed/kernel';
import { childViewThing } from './child-view-thing.js';

/**
 * The programme of a new view: as named, or the only one by which whoever records it reaches the family. A relation
 * reaches its own programme's things only, so nobody records into another.
 * @throws DomainError `programme-unknown`, `programme-required` (422)
 */
export async function chooseProgramme(look: Look, familyId: string, named: string | undefined): Promise<string> {
  const reached = await findReachedProgrammes(look, familyId);
  const [only, ...others] = reached.filter((programme) => named === undefined || programme === named);
  if (only === undefined) throw unknown();
  if (others.length > 0) throw required();
  return only;
}

/** Those by whose relations the actor reaches the family. */
export async function findReachedProgrammes(look: Look, familyId: string): Promise<string[]> {
  const query = look.query(childViewThing, []);
  const family = query.value(familyId, 'uuid');
  const known = ['referral_replica', 'seat_replica', 'relation_replica'].map(
    (table) => `SELECT k.family_id, k.programme FROM helhed.${table} k WHERE k.family_id = ${family}`,
  );
  const reached = await query.rows<{ programme: string }>(
    look.tx,
    `SELECT v.programme FROM (${known.join(' UNION ')}) v WHERE ${query.related}`,
  );
  return reached.map(({ programme }) => programme);
}

const unknown = (): DomainError =>
  new DomainError(
    'rule',
    'programme-unknown',
    {
      da: 'Familien er ikke inden for rækkevidde i den indsats.',
      en: 'The family is not within reach in that programme.',
    },
    [{ field: 'programme', rule: 'out-of-reach' }],
  );

const required = (): DomainError =>
  new DomainError(
    'rule',
    'programme-required',
    { da: 'Angiv, hvilken indsats det hører til.', en: 'Name the programme that it belongs to.' },
    [{ field: 'programme', rule: 'required' }],
  );
