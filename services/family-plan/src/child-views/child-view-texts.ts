import type { PersonalData } from '@helhed/database';
import type { ChildView } from './child-view.js';

type Named = Pick<ChildView, 'municipality' | 'id'>;

/** What a text is encrypted for: it opens in no other row, and not as the other of the two. */
const place = (column: 'said' | 'open_reason', id: string): string => `child_view.${column}:${id}`;

export const sealSaid = (data: PersonalData, { municipality, id }: Named, said: string): Buffer =>
  data.encrypt(municipality, place('said', id), said);

export const openSaid = (data: PersonalData, { municipality, id }: Named, said: Buffer): string =>
  data.decrypt(municipality, place('said', id), said);

export const sealReason = (data: PersonalData, { municipality, id }: Named, reason: string): Buffer =>
  data.encrypt(municipality, place('open_reason', id), reason);

export const openReason = (data: PersonalData, { municipality, id }: Named, reason: Buffer): string =>
  data.decrypt(municipality, place('open_reason', id), reason);
