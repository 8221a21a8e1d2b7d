import type { Decision } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { openNote } from './observation-texts.js';
import type { ObservationView, OwnObservation } from './observations.dto.js';

type Shown = Required<Omit<ObservationView, 'withheld' | 'notes'>>;

/** As a statement reads it: what is encrypted in base64. */
export interface ObservationRow extends Shown {
  readonly notes: readonly { readonly number: number; readonly notedOn: string; readonly note: string }[];
}

/** One’s own, or a child's: the notes are null where they are for others. */
export type OwnObservationRow = Omit<ObservationRow, 'notes'> & { readonly notes: ObservationRow['notes'] | null };

/** The columns of an `ObservationRow`, by its names, in the scope of `FROM observation o`. */
export const columnsOfObservation = {
  id: 'o.id',
  familyId: 'o.family_id',
  programme: 'o.programme',
  personId: 'o.person_id',
  parentId: 'o.parent_id',
  unit: 'o.unit',
  state: 'o.state',
  offeredOn: 'o.offered_on::text',
  answeredOn: 'o.answered_on::text',
  heldOn: 'o.held_on::text',
  deleteOn: 'o.delete_on::text',
  notes: `(SELECT coalesce(jsonb_agg(jsonb_build_object('number', n.number, 'notedOn', n.noted_on,
      'note', encode(n.note, 'base64')) ORDER BY n.number), '[]')
    FROM observation_note n WHERE n.municipality = o.municipality AND n.observation_id = o.id)`,
} as const satisfies Record<keyof ObservationRow, string>;

/** What the decision shows of it; only that is decrypted. */
export function toObservationView(row: ObservationRow, decision: Decision, tx: Tx): ObservationView {
  const { id, familyId, programme, parentId } = row;
  const framed = { id, familyId, programme, withheld: decision.withheld };
  return decision.shows('observation') ? { ...framed, ...contentOf(row, tx), parentId } : framed;
}

/**
 * Which parent took part is not told, and what was seen only to that parent and the child itself: whoever reads of a child may
 * be the other one (A-CIT-05). @param row without notes where they are for others
 */
export function toOwnObservation({ notes, ...row }: OwnObservationRow, tx: Tx): OwnObservation {
  if (notes) return { id: row.id, ...contentOf({ ...row, notes }, tx), withheld: [] };
  const { notes: _none, ...content } = contentOf({ ...row, notes: [] }, tx);
  return { id: row.id, ...content, withheld: [{ category: 'observation', reason: 'not-for-you' }] };
}

function contentOf(row: ObservationRow, { municipality, personalData }: Tx) {
  const { id, personId, unit, state, offeredOn, answeredOn, heldOn, deleteOn } = row;
  const notes = row.notes.map(({ number, notedOn, note }) => ({
    number,
    notedOn,
    note: openNote(personalData, municipality, id, number, Buffer.from(note, 'base64')),
  }));
  return { personId, unit, state, offeredOn, answeredOn, heldOn, deleteOn, notes };
}
