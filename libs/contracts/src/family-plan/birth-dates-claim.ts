import { z } from 'zod';
import { date, id } from '../fields.js';

/**
 * What family-plan answers to consent's claim check after `family-plan.persons-matched`: who is of age, and the birth
 * dates of those who are not. Consent keeps the days on which its rules change, and not these.
 */
export const birthDatesClaim = z
  .strictObject({
    familyId: id,
    members: z.array(
      z.strictObject({
        personId: id,
        adult: z.boolean().describe('By birth date; where none is known, by not having the role of a child.'),
        birthDate: date.nullable().describe('Null for an adult, and for a child whose birth date is not known.'),
      }),
    ),
  })
  .meta({ id: 'BirthDatesClaim' });
export type BirthDatesClaim = z.infer<typeof birthDatesClaim>;
