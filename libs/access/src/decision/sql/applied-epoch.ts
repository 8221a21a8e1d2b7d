import type { Pieces } from './pieces.js';

/**
 * `bigint`: the count of access taken away that this database has applied; -1 for a family that is closed, since a change
 * of a basis of one of its persons waits here and could not be applied. No epoch demanded is as low as that.
 */
export const appliedEpoch = (pieces: Pieces): string =>
  `CASE WHEN ${closed(pieces)} THEN -1 ELSE coalesce((SELECT access_row.epoch FROM helhed.access_epoch access_row), 0) END`;

// The keys that wait, first: they are few, mostly none, and found once for the statement. A basis stays with the family
// that it was recorded for, whichever family its person is in now.
function closed({ thing }: Pieces): string {
  const waiting = `ARRAY(SELECT access_inbox.order_key FROM helhed.inbox access_inbox
    WHERE access_inbox.source = 'consent' AND access_inbox.parked > 0)`;
  return `coalesce(cardinality(${waiting}) > 0 AND (${thing.family}::text = ANY (${waiting}) OR EXISTS (
    SELECT FROM helhed.basis_person access_cover JOIN helhed.basis_replica access_basis
      ON access_basis.id = access_cover.basis_id
    WHERE access_cover.person_id = ANY (${thing.persons ?? thing.members})
      AND access_basis.family_id::text = ANY (${waiting}))), false)`;
}
