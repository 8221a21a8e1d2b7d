import { basisEnd, basisKind, basisLayer, code, coverState, date, id, instant, withoutCpr } from '@helhed/contracts';
import { pageOf, pageQuery, rule } from '@helhed/web';
import { z } from 'zod';
import { assertedExample } from './basis-example.js';

export const line = withoutCpr(z.string().trim().min(1).max(200)).refine(
  (text) => !/[\p{Cc}\p{Cs}]/u.test(text),
  rule('format', 'Kun skrifttegn.', 'Printable characters only.'),
);

export const once = <S extends z.ZodType>(item: S) =>
  z
    .array(item)
    .min(1)
    .max(50)
    .refine(
      (all) => new Set(all.map((each) => JSON.stringify(each))).size === all.length,
      rule('repeated', 'Det samme står to gange.', 'The same stands twice.'),
    );

// ids are stored and compared in lower case, whatever case they were sent in
export const someId = id.toLowerCase();

export const how = z.enum(['spoken', 'paper', 'written']);

/** To whom a wrong name is told: docs/access.md, A-BAS-05. */
export const givers =
  'Those who gave it, each for itself or for a child. Of anybody else 422 `not-a-giver`, which names the field, to the family’s triager and coordinator; to others 422 `not-a-member`, which names none.';

/** What may differ each time that a basis is given: its period, its givers and what it rests on. */
export const terms = {
  paragraph: line.optional().describe('As the one who asserts it cites it. Required unless the kind is consent.'),
  givenBy: once(someId).optional().describe(`For a consent. ${givers}`),
  how: how.optional().describe('For a consent.'),
  givenOn: date.optional().describe('For a consent.'),
  evidence: line
    .optional()
    .describe('For a consent: where its evidence is, such as a journal number. For vital interest: the reason.'),
  leftOut: once(z.strictObject({ person: someId, paragraph: line }))
    .optional()
    .describe('For a consent: whose consent is left out, under one of the paragraphs that the purpose’s rule lists.'),
  meeting: someId
    .optional()
    .describe(
      'For a single exchange: the session, conversation or booking that uses it up; a session stands for the one that is put in its place.',
    ),
  followUpMeeting: someId.optional().describe('For a single exchange whose purpose allows for one follow-up.'),
  validFrom: date,
  validTo: date
    .optional()
    .describe('The first day on which it no longer holds. Left out on a consent: as long as the purpose’s rule says.'),
};

const assertion = z.strictObject({
  programme: code.optional().describe('Left out: the one programme that the family was referred to.'),
  kind: basisKind,
  layer: basisLayer.describe(
    'Why the data may be processed, or why they may be passed on in spite of the duty of confidentiality: two bases.',
  ),
  purpose: code,
  categories: once(code),
  fromUnit: code,
  toUnit: code,
  familyId: someId,
  persons: once(someId).describe(
    'Whom the basis covers: members of the family. Of anybody else 422 `not-a-member`, which names the field only to the family’s triager and coordinator.',
  ),
  ...terms,
});
export const RecordBasis = assertion.meta({ id: 'RecordBasis', examples: [assertedExample] });
export type RecordBasis = z.infer<typeof assertion>;

const giver = z.strictObject({
  person: id,
  how,
  givenOn: date,
  evidence: z.string().optional().describe('Absent where it is withheld, or not asked for.'),
  withdrawnAt: instant.nullable(),
});

const cover = z.strictObject({ person: id, state: coverState });

export const BasisView = z
  .strictObject({
    id,
    programme: code,
    kind: basisKind,
    layer: basisLayer,
    paragraph: z.string().nullable(),
    purpose: code,
    categories: once(code),
    fromUnit: code,
    toUnit: code,
    familyId: id,
    persons: once(id),
    givers: z.array(giver),
    leftOut: z.array(z.strictObject({ person: id, paragraph: z.string() })),
    evidence: z
      .string()
      .nullable()
      .optional()
      .describe('Of vital interest: the reason. Absent where it is withheld, or not asked for.'),
    meeting: id.nullable(),
    followUpMeeting: id.nullable(),
    validFrom: date,
    validTo: date.nullable(),
    renews: id.nullable().describe('The basis that this one was given anew for.'),
    ended: basisEnd.nullable(),
    endedAt: instant.nullable(),
    coverage: z
      .array(cover)
      .describe('Whom it covers today, as custody, ages and givers stand; before it begins, from then on.'),
    recordedAt: instant,
    recordedBy: z.strictObject({ unit: code, function: code }).describe('The unit and function that asserted it.'),
    version: z
      .int()
      .positive()
      .describe('Counts what was done to it; whom it covers follows from custody and ages too, and is not counted.'),
    withheld: z.array(z.strictObject({ category: code, reason: code })),
  })
  .meta({ id: 'Basis' });
export type BasisView = z.infer<typeof BasisView>;

export const BasisPage = pageOf(BasisView);
export const BasisQuery = pageQuery({ familyId: someId });
export type BasisQuery = z.infer<typeof BasisQuery>;
export const OwnBasesQuery = pageQuery({});
export type OwnBasesQuery = z.infer<typeof OwnBasesQuery>;
