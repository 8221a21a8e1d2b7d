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

export interface Question extends Asked {
  readonly actor: Pick<Actor, 'kind' | 'sub' | 'unit' | 'function'>;
  /** ISO date in the municipality's time */
  readonly today: string;
  /** Of the definitions in force today */
  readonly standing: readonly StandingBasis[];
}
