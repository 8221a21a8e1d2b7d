import type { Acting } from './asker.js';
import { barOf } from './own-records.js';
import type { Expected, Request } from './request.js';
import { figureRowsFor } from './things.js';
import { viewOf } from './view.js';
import type { World } from './world.js';

/** The figure of which the world has the rows. */
export const figure = 'referred';

/** A-REP-01: what its rows show to the lead. */
export function figuresShown(world: World, who: Acting, { otherwise }: Request): Expected {
  const rows = figureRowsFor(world, who, figure).filter(({ concerned }) => !barOf(world, who, concerned));
  const counted = rows.filter(({ holds, sections }) => viewOf(world, who, holds, sections).shown.length > 0);
  return { status: otherwise.status, rule: 'A-SEC-01', count: counted.length };
}
