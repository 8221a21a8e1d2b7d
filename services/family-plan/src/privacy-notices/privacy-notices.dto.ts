import { frame } from '@helhed/access';
import { code, date, id, sub } from '@helhed/contracts';
import { pageOf, pageQuery } from '@helhed/web';
import { z } from 'zod';
import { prose } from '../prose.js';
import { reasons, ways } from './privacy-notice.js';

const someId = id.toLowerCase();
const whom = {
  familyId: someId,
  personId: someId.describe('Somebody of the family: also one of its network.'),
  programme: code.optional().describe('Left out, the one by which whoever notes it reaches the family.'),
};
const how = z.enum(ways);
const reason = z
  .enum(reasons)
  .describe('A code that names no paragraph. `other` needs a note. Nothing here says that it is lawful.');

const example = {
  familyId: '0198a1b2-0000-7000-8000-000000000020',
  personId: '0198a1b2-0000-7000-8000-000000000023',
  outcome: 'given' as const,
  on: '2026-11-12',
  how: 'in-person' as const,
};

export const RecordPrivacyNotice = z
  .discriminatedUnion('outcome', [
    z.strictObject({
      ...whom,
      outcome: z.literal('given').describe('The person was informed, in the words of the definition.'),
      on: date.describe('Today or before.'),
      how,
    }),
    z.strictObject({
      ...whom,
      outcome: z.literal('not-given').describe('The person was not, and it is noted why.'),
      reason,
      note: prose(1000).optional().describe('More of why not.'),
    }),
  ])
  .meta({ id: 'RecordPrivacyNotice', examples: [example] });
export type RecordPrivacyNotice = z.infer<typeof RecordPrivacyNotice>;

export const PrivacyNoticeReceipt = frame(z.strictObject({ id, familyId: id }).meta({ id: 'PrivacyNoticeReceipt' }));
export type PrivacyNoticeReceipt = z.infer<typeof PrivacyNoticeReceipt>;

const noticeStates = ['outstanding', 'given', 'not-given'] as const;

export const PrivacyNoticeView = z
  .strictObject({
    familyId: id,
    programme: code,
    personId: id,
    state: z.enum(noticeStates).describe('`outstanding`: nothing was noted. What was noted last counts.'),
    programmeVersion: z
      .int()
      .positive()
      .nullable()
      .describe('Of the definition whose text was given, or is to be; null where none was in force.'),
    text: z
      .array(z.strictObject({ da: z.string(), en: z.string() }))
      .nullable()
      .describe('What the person is told, paragraph by paragraph; null where the definition has no text.'),
    on: date.optional().describe('When it was given, or noted that it was not.'),
    how: how.optional(),
    reason: reason.optional(),
    note: z.string().optional(),
    by: z.strictObject({ sub, unit: code, function: code }).optional().describe('Who noted it, and in which function.'),
    recordedOn: date.optional(),
  })
  .meta({ id: 'PrivacyNotice' });
export type PrivacyNoticeView = z.infer<typeof PrivacyNoticeView>;
export const PrivacyNoticePage = pageOf(PrivacyNoticeView);
export const PrivacyNoticeQuery = pageQuery({
  state: z.enum(noticeStates).optional().describe('`outstanding`: whom somebody is still to inform.'),
  familyId: someId.optional(),
  programme: code.optional(),
});
export type PrivacyNoticeQuery = z.infer<typeof PrivacyNoticeQuery>;

export const receiptExample: PrivacyNoticeReceipt = {
  id: '0198a1b2-0000-7000-8000-000000000067',
  familyId: example.familyId,
};
const programme = 'nyborg-familiestue';
const text = [
  {
    da: 'Kommunen gemmer oplysninger om dig, mens familien er med i Familiestuen.',
    en: 'The municipality keeps information on you while the family takes part in the family room.',
  },
];
export const privacyNoticePageExample = {
  items: [
    {
      familyId: example.familyId,
      programme,
      personId: example.personId,
      state: 'given' as const,
      programmeVersion: 1,
      text,
      on: example.on,
      how: example.how,
      by: { sub: 'gitte', unit: 'familiestuen', function: 'group-leader' },
      recordedOn: '2026-11-12',
    },
    {
      familyId: example.familyId,
      programme,
      personId: '0198a1b2-0000-7000-8000-000000000025',
      state: 'outstanding' as const,
      programmeVersion: 1,
      text,
    },
  ],
  next: null,
  total: 2,
};
