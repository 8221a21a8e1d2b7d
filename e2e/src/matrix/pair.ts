import type { Lift } from './lifts.js';

/** A cell by its row, thing and actor; of a list also by whose item it is. */
export type Named = readonly [row: string, of: string, actor: string, item?: string];

/** Two cells that differ in one rule: what it allows, and what it denies. */
export interface Pair {
  readonly allow: Named;
  readonly deny: Named;
  /** The rule by which the oracle refuses, where that is another: a rule that is a case of it. */
  readonly by?: string;
  /** Where a section is withheld: the reason, and of which category where it must be that one. */
  readonly withheld?: string;
  readonly category?: string;
  /** Where it is answered with nothing in it. */
  readonly empty?: true;
  /** Where an invitation is followed by its end. */
  readonly cancels?: true;
  /** Where the decision API says no. */
  readonly says?: 'no';
  /** How the rule is lifted for this denied cell, where it is otherwise than for the rule's others. */
  readonly lift?: Lift;
  /** The rule lifted, the reason that is then the first: the section stays withheld. */
  readonly next?: string;
  /** The rule lifted, some of what was withheld is shown, and some for its own sake is not. */
  readonly partly?: true;
}

export type Pairs = Readonly<Record<string, readonly Pair[]>>;

export const family = (of: string, actor: string): Named => ['A-FAM-01', of, actor];
export const outcome = (of: string, actor = 'pia'): Named => ['A-REF-07', of, actor];
export const referrals = (actor: string, item?: string): Named =>
  item === undefined ? ['A-REF-05', 'all', actor] : ['A-REF-05', 'all', actor, item];
