import { FamilyErased, type Context, type Snapshot } from '@helhed/contracts';
import { rolesOf, tenantTable, type Tx } from '@helhed/database';
import { isId } from '@helhed/kernel';
import type { Relation } from '../decision/relations.js';
import type { OwnInSql } from '../decision/sql/thing-in-sql.js';

/** SQL of the families that family-plan has erased, by id alone, for a migration of a service that reaches families. */
export const erasedFamilyTable = (service: Context): string =>
  tenantTable(rolesOf(service), {
    name: 'erased_family',
    columns: `
      family_id uuid NOT NULL,
      PRIMARY KEY (municipality, family_id)`,
  });

export async function keepErased(tx: Tx, familyId: string): Promise<void> {
  await tx.query(
    'INSERT INTO erased_family (municipality, family_id) VALUES (helhed.tenant(), $1) ON CONFLICT DO NOTHING',
    [familyId],
  );
}

/** Of a family-plan that was restored from before it was erased, a family is there again, until it is erased anew. */
export async function keepThereAgain(tx: Tx, { orderKey, events }: Snapshot): Promise<void> {
  if (!isId(orderKey) || events.some(({ type }) => type === FamilyErased.type)) return;
  await tx.query('DELETE FROM erased_family WHERE municipality = helhed.tenant() AND family_id = $1', [orderKey]);
}

type Own = Partial<Record<Relation, OwnInSql>>;

/** Relations to a family, in SQL, while it is there: one that is erased has none left (A-REL-04). */
export const whileThere = (family: string, relations: Own): Own =>
  Object.fromEntries(
    Object.entries(relations).map(([name, own]) => [name, { ...own, holds: `(${own.holds}) AND ${isThere(family)}` }]),
  );

const isThere = (family: string): string => `NOT EXISTS (SELECT FROM erased_family gone
  WHERE gone.municipality = helhed.tenant() AND gone.family_id = ${family})`;
