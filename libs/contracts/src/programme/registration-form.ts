import { z } from 'zod';
import { code } from '../fields.js';
import { text } from './texts.js';

/** The institution's registration form (*registreringsskema*): each field is answered in its own words. */
export const registrationForm = z.strictObject({
  fields: z.array(z.strictObject({ code, text })).min(1).max(50),
});
export type RegistrationForm = z.infer<typeof registrationForm>;
