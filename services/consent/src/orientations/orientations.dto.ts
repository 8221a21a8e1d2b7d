import { categories, code, date, id, type Category } from '@helhed/contracts';
import { pageOf, pageQuery, rule } from '@helhed/web';
import { z } from 'zod';
import { alma, jonas } from '../bases/basis-example.js';
import { line, once, someId } from '../bases/bases.dto.js';
import { reason } from '../look-ups/look-ups.dto.js';

const asked = {
  familyId: someId,
  childId: someId,
  parentId: someId.describe('The parent without custody who asked.'),
  askedOn: date,
  answeredOn: date,
  paragraph: line.describe('What the answer rests on, as the one who answers cites it.'),
};

const given = {
  familyId: '0198a1b2-0000-7000-8000-000000000020',
  childId: alma,
  parentId: jonas,
  askedOn: '2026-10-05',
  answeredOn: '2026-10-08',
  answer: 'given' as const,
  paragraph: 'Forældreansvarsloven § 23',
  categories: ['enrolment' as const],
};

export const RecordOrientation = z
  .discriminatedUnion('answer', [
    z.strictObject({
      ...asked,
      answer: z.literal('given'),
      categories: once(z.enum(Object.keys(categories) as [Category, ...Category[]])).describe('What was told.'),
    }),
    z.strictObject({
      ...asked,
      answer: z.literal('refused'),
      reason: reason.describe('Why, as the parent is told it. Kept encrypted, while the family is there.'),
    }),
  ])
  .refine(({ askedOn, answeredOn }) => askedOn <= answeredOn, {
    path: ['answeredOn'],
    ...rule('order', 'Svaret er givet før spørgsmålet.', 'The answer was given before it was asked for.'),
  })
  .meta({ id: 'RecordOrientation', examples: [given] });
export type RecordOrientation = z.infer<typeof RecordOrientation>;

export const RecordedOrientation = z.strictObject({ id, familyId: id }).meta({ id: 'RecordedOrientation' });
export type RecordedOrientation = z.infer<typeof RecordedOrientation>;

export const OrientationView = z
  .strictObject({
    id,
    familyId: id,
    childId: id,
    parentId: id,
    askedOn: date,
    answeredOn: date,
    answer: z.enum(['given', 'refused']),
    paragraph: z.string(),
    categories: z.array(code).describe('What was told; none where it was refused.'),
    unit: code.describe('The unit that answered.'),
    function: code,
    reason: z
      .string()
      .optional()
      .describe('Of a refusal: for employees and the parent who asked; no longer there once the family was erased.'),
  })
  .meta({ id: 'Orientation' });
export type OrientationView = z.infer<typeof OrientationView>;
/** Those that a page of the citizen's shows, and how many there are. */
export interface NewestOrientations {
  readonly items: readonly OrientationView[];
  readonly total: number;
}

const recorded = { id: '0198a1b2-0000-7000-8000-000000000050', unit: 'familieafdelingen', function: 'caseworker' };
export const recordedExample: RecordedOrientation = { id: recorded.id, familyId: given.familyId };
const { categories: _, ...told } = given;
export const refusedExample: OrientationView = {
  ...told,
  ...recorded,
  answer: 'refused',
  categories: [],
  reason: 'Af hensyn til barnet',
};
export const givenExample: OrientationView = { ...given, ...recorded };

export const OrientationPage = pageOf(OrientationView);
export const OrientationQuery = pageQuery({ familyId: someId });
export type OrientationQuery = z.infer<typeof OrientationQuery>;
export const OwnOrientationsQuery = pageQuery({});
export type OwnOrientationsQuery = z.infer<typeof OwnOrientationsQuery>;
