/** Another decider of the same question, timed beside ours in the same run. */
export interface Yardstick {
  readonly name: string;
  /** Decides once; the facts are loaded. */
  decide(): unknown;
}

/**
 * The deciders at hand. Casbin and Cedar are none of the repository's packages: whoever adds one writes a file with the
 * question of `ask.ts` in its own terms, and lists it here.
 */
export const yardsticks: readonly (() => Promise<Yardstick>)[] = [];
