import type { Acting } from './asker.js';
import { barOf } from './own-records.js';
import type { Expected, Request } from './request.js';
import { figureRowsFor } from './things.js';
import { viewOf } from './view.js';
import type { World } from './world.js';

/** The figure of which the world has the rows. */
export const figure = 'referred';

/** A-REP-01: to a lead what its rows show, to a triager every one that section 7 lets be counted. */
export function figuresShown(world: World, who: Acting, { otherwise }: Request): Expected {
  const lead: Acting = { ...who, function: 'programme-lead' };
  const rows = figureRowsFor(world, lead, figure).filter(({ concerned }) => !barOf(world, who, concerned));
  const counted =
    who.function === 'programme-lead'
      ? rows.filter(({ holds, sections }) => viewOf(world, who, holds, sections).shown.length > 0)
      : rows;
  return { status: otherwise.status, rule: 'A-SEC-01', count: counted.length };
}
