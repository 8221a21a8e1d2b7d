import type { GroupShape } from '@helhed/contracts';

/** Fewer of a function than the definition asks for. */
export interface Shortage {
  readonly function: string;
  readonly needed: number;
  readonly present: number;
}

/** @param functions what each member of the group's staff does */
export const shortagesOf = (wanted: GroupShape['staff'], functions: readonly string[]): Shortage[] =>
  wanted
    .map(({ function: code, count }) => ({
      function: code,
      needed: count,
      present: functions.filter((each) => each === code).length,
    }))
    .filter(({ needed, present }) => present < needed);
