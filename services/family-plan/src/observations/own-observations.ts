import { asksOfItself } from '@helhed/access';
import { acts } from '../acts.js';
import type { OwnKind } from '../own/find-own.js';
import { isThere } from './observation-thing.js';
import type { OwnObservation } from './observations.dto.js';
import { columnsOfObservation, toOwnObservation, type OwnObservationRow } from './show-observation.js';

/** What was seen is about both: the child itself reads it, and the parent who was observed, also as the child's. */
const notes = `CASE WHEN ${asksOfItself} OR o.parent_id = p.asker THEN ${columnsOfObservation.notes} END`;

/** A child's; and of oneself those in which one was the parent (A-FAM-46). */
export const ownObservations: OwnKind<OwnObservationRow, OwnObservation> = {
  act: acts.listOwnObservations,
  table: 'observation',
  alias: 'o',
  known: `${isThere} AND (o.person_id = p.id OR (o.parent_id = p.id AND ${asksOfItself}))`,
  columns: { ...columnsOfObservation, notes },
  view: toOwnObservation,
};
