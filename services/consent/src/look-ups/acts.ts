import type { Act } from '@helhed/access';

/** Of a look in the register: that it was made in the actor's unit (docs/access.md, 1.3). */
const ofUnit = { relations: ['register'], sections: [] } as const;

export const acts = {
  unitList: { act: 'look-up.unit-list', mode: 'read', ...ofUnit },
  defer: { act: 'look-up.defer', mode: 'write', ...ofUnit },
  confirmDeferral: { act: 'look-up.confirm-deferral', mode: 'write', ...ofUnit },
} as const satisfies Record<string, Act>;

/**
 * What a unit does to find its own looks and keep one of them back. A family is told of none of it: a row of it, whether
 * anything is kept back or not, would give the deferral away.
 */
export const neverTold: readonly string[] = Object.values(acts).map(({ act }) => act);

/**
 * SQL: of a look `l`, whether it was about two families that must be kept apart. It stands at both under one id, so that a
 * row at the one would tell of the other: no unit reads it, and none defers it (A-REF-23).
 */
export const isOfSeparation = `l.act LIKE 'separation.%'`;
