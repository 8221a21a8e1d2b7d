import type { Text } from '@helhed/kernel';
import type { Tx } from '@helhed/database';
import { versionOn } from '../programmes/programme-copy.js';
import { openNote } from './privacy-notice-note.js';
import type { PrivacyNotice } from './privacy-notice.js';
import type { PrivacyNoticeView } from './privacy-notices.dto.js';

type Noted = Pick<
  PrivacyNotice,
  'id' | 'outcome' | 'toldOn' | 'how' | 'reason' | 'unit' | 'function' | 'sub' | 'recordedOn'
>;

/** As a statement reads it: null of what was not noted; the note encrypted, in base64. */
export type NoticeRow = { readonly [name in keyof Noted]: Noted[name] | null } & {
  readonly familyId: string;
  readonly programme: string;
  readonly personId: string;
  readonly programmeVersion: number | null;
  readonly paragraphs: readonly Text[] | null;
  readonly note: string | null;
};

/** The columns of a `NoticeRow`, by its names, in the scope of `informed`. @param today SQL `date` */
export const columnsOfNotice = (today: string) =>
  ({
    familyId: 'whose.family_id',
    programme: 'rr.programme',
    personId: 'whose.person_id',
    id: 'n.id',
    outcome: 'n.outcome',
    programmeVersion: version(today),
    paragraphs: `(SELECT pc.definition->'dutyToInform'->'paragraphs' FROM programme_copy pc
      WHERE pc.municipality = rr.municipality AND pc.code = rr.programme AND pc.version = ${version(today)})`,
    toldOn: 'n.told_on::text',
    how: 'n.how',
    reason: 'n.reason',
    note: `encode(n.note, 'base64')`,
    unit: 'n.unit',
    function: 'n.function',
    sub: 'n.sub',
    recordedOn: 'n.recorded_on::text',
  }) as const satisfies Record<keyof NoticeRow, string>;

/** Of the text that was given, or else of the one that is to be. */
const version = (today: string): string =>
  `CASE WHEN n.id IS NULL THEN (${versionOn('rr.programme', today)}) ELSE n.programme_version END`;

/** Only that is decrypted which is shown. */
export function toPrivacyNoticeView(row: NoticeRow, { personalData, municipality }: Tx): PrivacyNoticeView {
  const { familyId, programme, personId, programmeVersion, paragraphs, note, id } = row;
  const text = paragraphs && paragraphs.map(({ da, en }) => ({ da, en }));
  const whose = { familyId, programme, personId, programmeVersion, text };
  const { outcome, toldOn, how, reason, unit, recordedOn, sub, function: name } = row;
  if (id === null || outcome === null || toldOn === null || unit === null || recordedOn === null)
    return { ...whose, state: 'outstanding' };
  return {
    ...whose,
    state: outcome,
    on: toldOn,
    ...(how && { how }),
    ...(reason && { reason }),
    ...(note && { note: openNote(personalData, municipality, id, Buffer.from(note, 'base64')) }),
    by: { sub: sub ?? '', unit, function: name ?? '' },
    recordedOn,
  };
}
