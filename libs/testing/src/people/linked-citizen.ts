import { newId } from '@helhed/kernel';

interface Transaction<M> {
  readonly municipality: M;
  query(sql: string, values: unknown[]): Promise<unknown>;
}

/** Links an account of the municipality to a person, in the service's copy of the links. @returns whose account it is, as an actor */
export async function linkedCitizen<M>(tx: Transaction<M>, person: string) {
  const sub = newId();
  await tx.query(
    `INSERT INTO helhed.citizen_link (municipality, id, person_id, sub, linked_on)
     VALUES (helhed.tenant(), $1, $2, $3, '2026-01-01')`,
    [newId(), person, sub],
  );
  const { municipality } = tx;
  return { kind: 'citizen' as const, municipality, issuer: 'test', sub, azp: 'pages', functions: [], person };
}
