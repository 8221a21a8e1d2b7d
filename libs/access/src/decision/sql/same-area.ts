import type { Pieces } from './pieces.js';

/** `text[]`: the units of the disclosure area of the actor's unit, found once for the statement. */
export const sameArea = ({ me }: Pieces): string => `(SELECT helhed.same_area(${me.unit}))`;
