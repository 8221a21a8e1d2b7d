import type { Actor } from '../actor/actor.js';
import type { Relation } from './relations.js';
import type { SectionName } from './sections.js';

/** What a route asks for: what its `@Access` declares, in one constant that the query uses too. */
export interface Asked {
  readonly relations: readonly Relation[];
  /** The sections that the answer has beside the frame; none: the frame alone */
  readonly sections: readonly SectionName[];
  /** A clearance is given and ended in spite of a colleague's record (A-OWN-05) */
  readonly inSpiteOfColleagues?: true;
}

/** A basis that a programme's definition asserts for all its families by being published. */
export interface StandingBasis {
  readonly programme: string;
  readonly purpose: string;
  readonly relation: string;
  readonly layer: string;
  readonly categories: readonly string[];
  readonly validFrom: string;
  /** The first day on which it no longer holds */
  readonly validTo?: string | undefined;
}

/**
 * Who is asked for: an actor, or whoever holds a function in a unit. To the second a relation that names somebody counts for the
 * pair it names, and section 7, which is about single persons, is not asked (A-AZN-06).
 */
export type Subject = Pick<Actor, 'sub' | 'unit' | 'function'> & {
  readonly kind: Actor['kind'] | 'function-in-unit';
};

export interface Question extends Asked {
  readonly actor: Subject;
  /** ISO date in the municipality's time */
  readonly today: string;
  /** Of the definitions in force today */
  readonly standing: readonly StandingBasis[];
}
