import { withheld, type Decision } from '@helhed/access';
import { code, date, id, type HeadsClaim } from '@helhed/contracts';
import { pageOf, pageQuery } from '@helhed/web';
import { z } from 'zod';

export const EnrolmentView = z
  .strictObject({
    id,
    familyId: id,
    referralId: id.optional().describe('The referral that led to it.'),
    programme: code,
    placeId: id.optional().describe('The place that the family was given.'),
    groupId: id.optional().describe('The group that the place is in.'),
    enrolledOn: date.optional(),
    endedOn: date.nullable().optional().describe('Null while the family is enrolled.'),
    withheld,
  })
  .meta({ id: 'Enrolment' });
export type EnrolmentView = z.infer<typeof EnrolmentView>;

export const EnrolmentPage = pageOf(EnrolmentView);
export const EnrolmentQuery = pageQuery({ programme: code.optional(), groupId: id.optional() });
export type EnrolmentQuery = z.infer<typeof EnrolmentQuery>;
export const FamilyEnrolmentQuery = pageQuery({});
export type FamilyEnrolmentQuery = z.infer<typeof FamilyEnrolmentQuery>;

export const HeadsQuery = z.strictObject({
  on: date.describe('Ages are in whole years on this day.'),
  programmeVersion: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .describe("Of the programme's definition, whose bands count."),
});
export type HeadsQuery = z.infer<typeof HeadsQuery>;

export type EnrolmentRow = Required<Omit<EnrolmentView, 'withheld'>>;

export function toEnrolmentView(row: EnrolmentRow, decision: Decision): EnrolmentView {
  const { id: enrolmentId, familyId, programme, referralId, placeId, groupId, enrolledOn, endedOn } = row;
  const shown = decision.shows('enrolment') ? { referralId, placeId, groupId, enrolledOn, endedOn } : {};
  return { id: enrolmentId, familyId, programme, ...shown, withheld: decision.withheld };
}

const example: EnrolmentView = {
  id: '0198a1b2-0000-7000-8000-000000000030',
  familyId: '0198a1b2-0000-7000-8000-000000000020',
  referralId: '0198a1b2-0000-7000-8000-000000000031',
  programme: 'nyborg-familiestue',
  placeId: '0198a1b2-0000-7000-8000-000000000011',
  groupId: '0198a1b2-0000-7000-8000-000000000010',
  enrolledOn: '2026-09-14',
  endedOn: null,
  withheld: [],
};
export const enrolmentPageExample = { items: [example], next: null, total: 1 };

export const headsExample: HeadsClaim = {
  enrolmentId: example.id,
  on: '2026-10-01',
  bands: [
    { code: 'child', heads: 2 },
    { code: 'adult', heads: 2 },
  ],
  unknown: 0,
};
