import type { Decision } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { openReference } from './video-reference.js';
import type { OwnVideo, VideoView } from './videos.dto.js';

/** As a statement reads it: what is encrypted in base64. */
export type VideoRow = Required<Omit<VideoView, 'withheld'>>;

/** The columns of a `VideoRow`, by its names, in the scope of `FROM video vid`. */
export const columnsOfVideo = {
  id: 'vid.id',
  familyId: 'vid.family_id',
  programme: 'vid.programme',
  personIds: 'to_jsonb(vid.persons)',
  unit: 'vid.unit',
  occasion: 'vid.occasion',
  filmedOn: 'vid.filmed_on::text',
  deleteOn: 'vid.delete_on::text',
  reference: `encode(vid.reference, 'base64')`,
} as const satisfies Record<keyof VideoRow, string>;

/** What the decision shows of it; only that is decrypted. */
export function toVideoView(row: VideoRow, decision: Decision, { municipality, personalData }: Tx): VideoView {
  const { id, familyId, programme, personIds, unit, occasion, filmedOn, deleteOn } = row;
  const framed = { id, familyId, programme, withheld: decision.withheld };
  if (!decision.shows('video')) return framed;
  const reference = openReference(personalData, municipality, id, Buffer.from(row.reference, 'base64'));
  return { ...framed, personIds, unit, occasion, filmedOn, deleteOn, reference };
}

/** That it is there, and until when: not who else is seen in it, nor where the file is. */
export const toOwnVideo = ({ id, unit, occasion, filmedOn, deleteOn }: VideoRow): OwnVideo => ({
  id,
  unit,
  occasion,
  filmedOn,
  deleteOn,
});
