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
 * SQL: of a look `l`, whether its row alone would tell a unit's people what is not theirs to know; no unit reads it, and none
 * defers it. Two families that must be kept apart stand under one id (A-REF-23); a relative who was declared, or somebody who
 * was refused in a group, is of the family (A-OWN-04, A-SCH-54); of an observation and a video nobody else learns that it is
 * there (A-FAM-40, A-FAM-50).
 */
export const isForNoUnit = `l.act LIKE ANY ('{separation.%,employee-relation.%,group.join-staff,observation.%,video.%}')`;

/**
 * SQL: of a look `l`, whether it was at a child's own view. That there is one is not told by custody: it may not be open to
 * parents (A-SEC-06), and a row knows of none whether it was.
 */
export const isAtChildsView = `l.act LIKE 'child-view.%'`;
