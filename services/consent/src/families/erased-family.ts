import type { OwnInSql, Relation } from '@helhed/access';

type Own = Partial<Record<Relation, OwnInSql>>;

/** Relations to a family, in SQL, while it is there: one that is erased has none left (A-REL-04). */
export const whileThere = (family: string, relations: Own): Own =>
  Object.fromEntries(
    Object.entries(relations).map(([name, own]) => [name, { ...own, holds: `(${own.holds}) AND ${isThere(family)}` }]),
  );

const isThere = (family: string): string => `NOT EXISTS (SELECT FROM erased_family gone
  WHERE gone.municipality = helhed.tenant() AND gone.family_id = ${family})`;
