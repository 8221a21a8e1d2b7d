import type { SectionName } from '../decision/sections.js';
import type { AccessQuery } from '../decision/sql/access-query.js';
import type { ThingInSql } from '../decision/sql/thing-in-sql.js';

interface AskedPerson {
  /** Whom the address names */
  readonly person: string;
  /** The account that asks */
  readonly sub: string;
  /** ISO date in the municipality's time */
  readonly today: string;
  /** The table of who holds custody: `helhed.custody_replica`, or the service's own of the same columns */
  readonly custody: string;
}

/**
 * SQL: what `personThing` is about, for a FROM: the person, who asks, and the family that the custody was told of. An
 * account that two are linked to is nobody's.
 */
export function askedPerson(query: AccessQuery, { person, sub, today, custody }: AskedPerson): string {
  const day = query.value(today, 'date');
  return `(SELECT asked.id, asker.person_id AS asker, (SELECT c.family_id FROM ${custody} c
      WHERE c.municipality = helhed.tenant() AND c.child_id = asked.id AND c.holder_id = asker.person_id
        AND (c.from_date IS NULL OR c.from_date <= ${day}) AND (c.to_date IS NULL OR ${day} < c.to_date)
      LIMIT 1) AS family_id
    FROM (SELECT ${query.value(person, 'uuid')} AS id) asked, (
      SELECT (array_agg(l.person_id))[1] AS person_id FROM helhed.citizen_link l
      WHERE l.municipality = helhed.tenant() AND l.sub = ${query.value(sub, 'text')} AND l.ended_on IS NULL
      HAVING count(*) = 1) asker) p`;
}

/** A condition over `askedPerson`: whoever asks, asks about itself. */
export const asksOfItself = 'p.id = p.asker';

/**
 * A person, as what one asks about oneself or a child. Nobody too young is linked (A-CIT-02), so `own` asks for no age;
 * custody is told with its end, the child's majority at the latest.
 */
export function personThing(sections: readonly SectionName[]): ThingInSql {
  const own = { owners: `'{}'::text[]`, persons: 'ARRAY[p.id]' };
  return {
    family: 'p.family_id',
    members: 'ARRAY[p.id]',
    own: () => ({ own: { holds: asksOfItself }, custody: { holds: 'p.family_id IS NOT NULL' } }),
    sections: Object.fromEntries([...sections, 'family.structure' as const].map((name) => [name, own])),
  };
}
