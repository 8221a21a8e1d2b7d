import { frame, withheld } from '@helhed/access';
import { code, date, id } from '@helhed/contracts';
import { pageOf, pageQuery } from '@helhed/web';
import { z } from 'zod';
import { prose } from '../prose.js';

const someId = id.toLowerCase();
const answer = { field: code.describe('As the form of the programme’s definition has it.') };

const [familyId, personId] = ['0198a1b2-0000-7000-8000-000000000020', '0198a1b2-0000-7000-8000-000000000025'];
const answers = [{ field: 'strengths', said: 'Alma trøster de andre børn.' }];
const point = 'At Alma tør sige til, når legen bliver for vild.';
const example = { familyId, personId, filledOn: '2026-09-24', answers, workPoints: [point] };

export const FillRegistration = z
  .strictObject({
    familyId: someId,
    personId: someId.describe('A child of the family.'),
    programme: code.optional().describe('Left out, the one by which whoever fills it in reaches the family.'),
    filledOn: date.describe('Today or before.'),
    answers: z
      .array(z.strictObject({ ...answer, said: prose(10_000) }))
      .min(1)
      .max(50),
    workPoints: z
      .array(prose(2000))
      .max(20)
      .default([])
      .describe('What the institution would work on, in its own words.'),
  })
  .meta({ id: 'FillRegistration', examples: [example] });
export type FillRegistration = z.infer<typeof FillRegistration>;

export const RegistrationReceipt = frame(z.strictObject({ id, familyId: id }).meta({ id: 'RegistrationReceipt' }));
export type RegistrationReceipt = z.infer<typeof RegistrationReceipt>;

export const RegistrationView = z
  .strictObject({
    id,
    familyId: id,
    programme: code,
    ...z
      .strictObject({
        personId: id,
        unit: code.describe('Which wrote it.'),
        number: z.int().positive().describe('The unit’s first of the child is 1.'),
        programmeVersion: z.int().positive().describe('Of the definition whose form was filled in.'),
        filledOn: date,
        answers: z.array(
          z.strictObject({ ...answer, text: z.strictObject({ da: z.string(), en: z.string() }), said: z.string() }),
        ),
        workPoints: z.array(z.strictObject({ id, point: z.string() })),
      })
      .partial().shape,
    withheld,
  })
  .meta({ id: 'Registration' });
export type RegistrationView = z.infer<typeof RegistrationView>;
export const RegistrationPage = pageOf(RegistrationView);
export const RegistrationQuery = pageQuery({});
export type RegistrationQuery = z.infer<typeof RegistrationQuery>;

const registrationId = '0198a1b2-0000-7000-8000-000000000061';
export const receiptExample: RegistrationReceipt = { id: registrationId, familyId };
export const registrationPageExample = {
  items: [
    {
      id: registrationId,
      familyId,
      programme: 'nyborg-familiestue',
      personId,
      unit: 'db-solsikken',
      number: 1,
      programmeVersion: 1,
      filledOn: '2026-09-24',
      answers: answers.map((each) => ({
        ...each,
        text: { da: 'Hvad barnet er god til', en: 'What the child is good at' },
      })),
      workPoints: [{ id: '0198a1b2-0000-7000-8000-000000000062', point }],
      withheld: [],
    },
  ],
  next: null,
  total: 1,
};
