import { DomainError } from '@helhed/kernel';
import { z } from 'zod';

/**
 * For a schema's own `refine`: names the rule and says it in both languages.
 * `z.string().refine(isOpen, rule('closed', 'Gruppen er lukket.', 'The group is closed.'))`
 */
export const rule = (name: string, da: string, en: string) => ({ params: { rule: name, da, en } });

/**
 * A text that a value object of the domain reads, so that its refusal becomes an error of this field:
 * `cpr: parsed(Cpr.parse)`.
 */
export const parsed = <T>(parse: (text: string) => T, schema: z.ZodString = z.string().max(200)) =>
  schema.transform((text, context): T => {
    try {
      return parse(text);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      context.addIssue({ code: 'custom', params: { rule: error.problem, ...error.detail } });
      return z.NEVER;
    }
  });
