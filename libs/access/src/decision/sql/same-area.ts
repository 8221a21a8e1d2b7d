import type { Pieces } from './pieces.js';

/**
 * `text[]`: the units of the disclosure area of the actor's unit, found once for the statement. Most units are an area by
 * themselves, which two looks at an index say; the function that walks the tree costs ten times as much.
 */
export const sameArea = ({ me }: Pieces): string => `(SELECT CASE WHEN EXISTS (
    SELECT FROM helhed.unit_replica access_unit WHERE access_unit.inside_parent
      AND (access_unit.code = ${me.unit} OR access_unit.parent = ${me.unit}))
  THEN helhed.same_area(${me.unit}) ELSE array_remove(ARRAY[${me.unit}], NULL) END)`;
