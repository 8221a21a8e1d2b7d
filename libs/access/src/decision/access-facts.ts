import type { Relation, RowKind } from './relations.js';
import type { SectionName } from './sections.js';

/** Half-open: `to` is the first day on which it no longer holds; absent or null, it is open. ISO dates. */
export interface Period {
  readonly from: string;
  readonly to: string | null;
}

export const holdsOn = ({ from, to }: Period, today: string): boolean => from <= today && (to === null || today < to);

/** A part of the thing: whom it tells something about (null: a member who has no person id yet), and whose it is or was. */
export interface SectionFact {
  readonly name: SectionName;
  /** The member, child or household that it is one of several by */
  readonly of: string | null;
  /** Where it is one member's: the person named beside the reason for withholding it */
  readonly person: string | null;
  readonly persons: readonly (string | null)[];
  readonly owners: readonly string[] | 'every';
  /** Who disclose it as its owners do; absent: nobody else */
  readonly keepers?: readonly string[];
}

/** A relation that the service's own rows say. `programmes` null: it is of no programme. */
export interface OwnRelationFact {
  readonly relation: Relation;
  readonly programmes: readonly string[] | null;
}

export interface RelationRowFact extends Period {
  readonly kind: RowKind;
  readonly programme: string;
  readonly sub: string | null;
  readonly unit: string;
  /** Null for an institution: every case function */
  readonly function: string | null;
  /** Whether its family's course in the programme is over (A-REL-07); absent where no relation asks */
  readonly followedUp?: boolean;
}

export interface BasisFact extends Period {
  readonly id: string;
  readonly programme: string;
  readonly kind: string;
  readonly layer: string;
  readonly purpose: string;
  readonly categories: readonly string[];
  readonly fromUnit: string;
  readonly toUnit: string;
  readonly ended: string | null;
  /** What consent computed of whom it covers and when; a person whom it does not list has no line */
  readonly coverage: readonly (Period & { readonly personId: string; readonly state: string })[];
}

/** The person is the actor's own, a relative, or the own person of a colleague in the actor's unit (section 7). */
export interface BarringFact extends Period {
  readonly personId: string;
  readonly kind: 'own-person' | 'relative' | 'colleague';
}

/** What a decision about one thing rests on: read in the same statement as the thing, and kept nowhere. */
export interface AccessFacts {
  /** The service's count of access taken away; −1 for a family that is closed: a change of its bases could not be applied */
  readonly epoch: number;
  readonly familyId: string | null;
  /** Null for a family itself, which is reached through any programme */
  readonly programme: string | null;
  readonly members: readonly (string | null)[];
  readonly sections: readonly SectionFact[];
  readonly own: readonly OwnRelationFact[];
  readonly relationRows: readonly RelationRowFact[];
  readonly bases: readonly BasisFact[];
  /** The units of the disclosure area of the actor's unit, itself among them */
  readonly sameArea: readonly string[];
  /** Whether the actor's unit is an institution: it reaches its own children only (A-REL-05) */
  readonly atInstitution: boolean;
  readonly barring: readonly BarringFact[];
  readonly clearances: readonly (Period & { readonly unit: string; readonly function: string })[];
}
