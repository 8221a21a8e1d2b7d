import type { Tx } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { seal, type Identity } from './person.js';

export interface Matched {
  readonly id: string;
  /** Made just now: nobody knew the person here before. */
  readonly isNew: boolean;
}

/**
 * Finds the persons whose CPR number is known in the municipality and makes the others; one who has no number is always
 * new. Of a known person nothing is changed. @returns them in the order of `identities`
 */
export async function matchPersons(tx: Tx, identities: readonly Identity[]): Promise<Matched[]> {
  const persons = identities.map((identity) => seal(tx.personalData, tx.municipality, newId(), identity));
  const rows = await tx.query<{ id: string; cprIndex: Buffer | null }>(insertOrFind, [
    persons.map(({ id }) => id),
    persons.map(({ name }) => name),
    persons.map(({ birthDate }) => birthDate),
    persons.map(({ cpr }) => cpr),
    persons.map(({ cprIndex }) => cprIndex),
  ]);
  const ids = new Map(rows.map((row) => [keyOf(row), row.id]));
  return persons.map((person) => {
    const id = ids.get(keyOf(person)) as string;
    return { id, isNew: id === person.id };
  });
}

const keyOf = ({ id, cprIndex }: { id: string; cprIndex: Buffer | null }): string => cprIndex?.toString('hex') ?? id;

// A known person's row is rewritten as it was: that locks it, so that it is not erased meanwhile, and makes the statement
// wait for whoever is just making it. In the order of the index, so that two receipts do not wait for each other.
const insertOrFind = `
  INSERT INTO person AS p (municipality, id, name, birth_date, cpr, cpr_index)
  SELECT helhed.tenant(), n.* FROM unnest($1::uuid[], $2::bytea[], $3::bytea[], $4::bytea[], $5::bytea[])
    AS n (id, name, birth_date, cpr, cpr_index)
  ORDER BY n.cpr_index
  ON CONFLICT (municipality, cpr_index) DO UPDATE SET cpr_index = p.cpr_index
  RETURNING id, cpr_index AS "cprIndex"`;
