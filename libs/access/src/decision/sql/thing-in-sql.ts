import type { Relation } from '../relations.js';
import type { SectionName } from '../sections.js';

/** Expressions of the question: parameters of the statement, each with its type. */
export interface Me {
  readonly sub: string;
  /** The unit and the function of the request; NULL where it acts in none */
  readonly unit: string;
  readonly function: string;
  readonly today: string;
}

/** A relation that the service's own rows say. */
export interface OwnInSql {
  /** A condition over the thing's columns; what finds the thing by an index stands outermost, joined by AND or OR */
  readonly holds: string;
  /** Of a family: `text[]` of the programmes through which it holds; absent: of none */
  readonly programmes?: string;
}

export type SectionInSql = {
  /** `text[]`: the units whose own it is */
  readonly owners: string;
  /** `text[]`: the units that keep it, their own no more: they disclose it as its owners do; absent: none */
  readonly keepers?: string;
} & (
  | {
      /** `uuid[]`: whom it tells something about; NULL within, for somebody who has no person id yet */
      readonly persons: string;
    }
  | {
      /** A query of `id` (member, child or household), `person` (uuid or NULL, named where withheld) and `persons` */
      readonly each: string;
    }
);

/**
 * A thing as SQL: expressions over the columns in scope where the query's pieces are put. Names must be qualified by the
 * query's own aliases, none of which begins with `access_`.
 */
export interface ThingInSql {
  /** `uuid`; NULL for what is about no family */
  readonly family: string;
  /** `text`; absent for a family itself, which is reached through any programme */
  readonly programme?: string;
  /** `uuid[]`: all members of the family (docs/access.md 7) */
  readonly members: string;
  /** `uuid[]`: whomever any section is about, where that is more than the members */
  readonly persons?: string;
  readonly own?: (me: Me) => Partial<Record<Relation, OwnInSql>>;
  readonly sections: SectionsInSql | ((me: Me) => SectionsInSql);
}

export type SectionsInSql = Partial<Record<SectionName, SectionInSql>>;

/** The owner of what every unit has as its own (4.1): it is disclosed to nobody. */
export const everyUnit = 'every';
