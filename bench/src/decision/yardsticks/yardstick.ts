/** Another decider of the question of `ask.ts`, in its own terms, timed beside ours in the same run. */
export interface Yardstick {
  readonly name: string;
  /** How often it may be asked in a run that is to end in time */
  readonly calls: number;
  /** Loads as many bases, three to a family. @returns what decides once about the family with this number; true: shown */
  load(bases: number): Promise<(family: number) => boolean>;
}

export const schoolOf = (family: number): string => `school-${Math.floor(family / 60)}`;

/** The bases of a family, as `store.ts` has them: both layers to its school, and one to another unit. */
export const basesOf = (family: number) =>
  [
    ['processing', schoolOf(family)],
    ['disclosure', schoolOf(family)],
    ['processing', 'other'],
  ] as const;

export const numbers = (bases: number): number[] => Array.from({ length: bases / 3 }, (_, n) => n + 1);
export const personsOf = (family: number): string[] => [0, 1, 2].map((k) => `person-${family * 3 + k}`);
