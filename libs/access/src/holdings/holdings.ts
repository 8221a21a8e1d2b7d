import type { SectionName } from '../decision/sections.js';
import { everyUnit, type Me, type ThingInSql } from '../decision/sql/thing-in-sql.js';

/** Expressions of the statement that counts. */
export interface HeldOf {
  /** `uuid` */
  readonly person: string;
  /** `date` */
  readonly today: string;
  /** A condition: whoever asks, asks about itself, and does not by custody of a child */
  readonly own: string;
}

/** A kind of things that a service holds on persons. */
export interface HoldingSource {
  readonly section: SectionName;
  /** A query of `since` (`date`, or NULL) and `units` (`text[]`, whose own it is): a row for each thing about the person. */
  readonly things: (of: HeldOf) => string;
}

/** What a service holds on persons. */
export interface Holdings {
  /** The table of who holds custody: `helhed.custody_replica`, or the service's own of the same columns */
  readonly custody: string;
  readonly sources: readonly HoldingSource[];
}

interface Counted {
  readonly sections: readonly SectionName[];
  /** The things, under the alias that their `ThingInSql` uses */
  readonly from: string;
  /** A condition that finds those that may be about the person */
  readonly where: (of: HeldOf) => string;
  /** `date`, or NULL */
  readonly since: string;
}

const nobody: Omit<Me, 'today'> = { sub: 'NULL::text', unit: 'NULL::text', function: 'NULL::text' };

/** Sections of a thing as its routes decide on them: one is held on a person whom it concerns, by the units whose own it is. */
export function held(thing: ThingInSql, { sections, from, where, since }: Counted): HoldingSource[] {
  const things = (section: SectionName, of: HeldOf): string => {
    const known = typeof thing.sections === 'function' ? thing.sections({ ...nobody, ...of }) : thing.sections;
    const one = known[section];
    if (!one) throw new Error(`the thing has no section ${section}`);
    const each = 'persons' in one ? `SELECT ${one.persons} AS persons` : one.each;
    const units = one.owners === everyUnit ? `'{}'::text[]` : `(${one.owners} || ${one.keepers ?? `'{}'::text[]`})`;
    return `SELECT ${since} AS since, ${units} AS units FROM ${from} CROSS JOIN LATERAL (${each}) held_each
      WHERE ${where(of)} AND ${of.person} = ANY (held_each.persons)`;
  };
  return sections.map((section) => ({ section, things: (of) => things(section, of) }));
}
