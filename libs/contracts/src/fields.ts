import { holdsCpr } from '@helhed/kernel';
import { z } from 'zod';

/** The rule of every id, code and reference: what could be a person's number is none, since they travel in the open. */
const noCpr = {
  params: { rule: 'holds-cpr', value: '', da: 'Her står et CPR-nummer.', en: 'A CPR number stands here.' },
};
export const withoutCpr = (text: z.ZodString): z.ZodString => text.refine((given) => !holdsCpr(given), noCpr);

export const id = z.uuid();
export const date = z.iso.date();
export const instant = z.iso.datetime();
/** A code from a definition, a unit or a purpose: lower case, digits and hyphens. */
export const code = withoutCpr(z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/));
/** Keycloak's id of an account: a pseudonym. */
export const sub = withoutCpr(
  z
    .string()
    .min(1)
    .max(200)
    .regex(/^[\w.:@-]+$/),
);
export const memberRole = z.enum(['parent', 'child', 'other']);
