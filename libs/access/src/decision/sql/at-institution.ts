import type { Pieces } from './pieces.js';

/** `boolean`: whether the actor's unit is an institution (docs/access.md 1.2), found once for the statement. */
export const atInstitution = ({ me }: Pieces): string =>
  `EXISTS (SELECT FROM helhed.unit_replica access_unit WHERE access_unit.code = ${me.unit} AND access_unit.institution)`;
