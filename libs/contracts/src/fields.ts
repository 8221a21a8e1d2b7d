import { z } from 'zod';

export const id = z.uuid();
export const date = z.iso.date();
export const instant = z.iso.datetime();
/** A code from a definition, a unit or a purpose: lower case, digits and hyphens. */
export const code = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/);
export const memberRole = z.enum(['parent', 'child', 'other']);
