import type { DefinitionRule } from './rules.js';

export type Path = readonly (string | number)[];

/** A rule between fields that a definition breaks, and where. */
export interface Inconsistency {
  readonly path: Path;
  readonly rule: DefinitionRule;
  readonly value: string;
}

type Values = readonly (string | number)[];

/** @param suffix leads from an element to the value, when the elements are objects */
export const duplicates = (values: Values, path: Path, suffix: Path = []): Inconsistency[] =>
  values.flatMap((value, index) =>
    values.indexOf(value) === index
      ? []
      : [{ path: [...path, index, ...suffix], rule: 'duplicate-code', value: String(value) }],
  );

/** @param suffix leads from an element to the value, when the elements are objects */
export const notAscending = (values: Values, path: Path, suffix: Path = []): Inconsistency[] =>
  values.flatMap((value, index) =>
    index === 0 || value > values[index - 1]!
      ? []
      : [{ path: [...path, index, ...suffix], rule: 'not-ascending', value: String(value) }],
  );
