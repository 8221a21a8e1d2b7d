import type { Decision } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { openReason, openSaid } from './child-view-texts.js';
import { isOpen } from './child-view-thing.js';
import type { ChildView } from './child-view.js';
import type { ChildViewReceipt, ChildViewView, OwnChildView } from './child-views.dto.js';

/** As a statement reads it: what is encrypted in base64. */
export type ChildViewRow = Omit<
  ChildView,
  'municipality' | 'said' | 'openReason' | 'openSub' | 'openIncarnation' | 'isDecided' | 'open' | 'close' | 'lapse'
> & {
  readonly said: string;
  readonly openReason: string | null;
};

/** The columns of a `ChildViewRow`, by its names. */
export const columnsOfView = {
  id: 'v.id',
  familyId: 'v.family_id',
  personId: 'v.person_id',
  programme: 'v.programme',
  unit: 'v.unit',
  said: `encode(v.said, 'base64')`,
  how: 'v.how',
  toldOn: 'v.told_on::text',
  openBy: `CASE WHEN ${isOpen} THEN v.open_by END`,
  openOn: 'v.open_on::text',
  openUnit: 'v.open_unit',
  openParagraph: 'v.open_paragraph',
  openReason: `encode(v.open_reason, 'base64')`,
  version: 'v.version',
} as const satisfies Record<keyof ChildViewRow, string>;

/** What the decision shows of it; only that is decrypted. */
export function toChildViewView(row: ChildViewRow, decision: Decision, tx: Tx): ChildViewView {
  const { id, familyId, programme, version } = row;
  const frame = { id, familyId, programme, withheld: decision.withheld };
  // of the frame nothing ever changes (A-LST-04)
  return decision.shows('child-view') ? { ...frame, ...contentOf(row, tx), version } : { ...frame, version: 1 };
}

export const toOwnChildView = (row: ChildViewRow, tx: Tx): OwnChildView => ({
  id: row.id,
  unit: row.unit,
  ...contentOf(row, tx),
});

export const toChildViewReceipt = ({ id, familyId, version }: ChildView, isShown: boolean): ChildViewReceipt => ({
  id,
  familyId,
  version: isShown ? version : 1,
});

function contentOf(row: ChildViewRow, { municipality, personalData }: Tx) {
  const { id, personId, said, how, toldOn, openBy: by, openOn: on, openUnit: unit, openParagraph: paragraph } = row;
  const named = { municipality, id };
  const reason = row.openReason && openReason(personalData, named, Buffer.from(row.openReason, 'base64'));
  return {
    personId,
    said: openSaid(personalData, named, Buffer.from(said, 'base64')),
    how,
    toldOn,
    openTo: by === null || on === null || unit === null ? null : { by, on, unit, paragraph, reason },
  };
}
