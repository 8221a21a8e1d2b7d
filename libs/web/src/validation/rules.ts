import { DomainError } from '@helhed/kernel';
import { z } from 'zod';

/**
 * For a schema's own `refine`: names the rule and says it in both languages.
 * `z.string().refine(isOpen, rule('closed', 'Gruppen er lukket.', 'The group is closed.'))`
 */
export const rule = (name: string, da: string, en: string) => ({ params: { rule: name, da, en } });

/**
 * An object with names of the sender's choice, so many at most. They are counted before any is looked at, since each
 * that is wrong costs an error of its own.
 */
export const atMostFields = <S extends z.ZodRecord>(most: number, record: S) =>
  z.preprocess((value, context) => {
    if (typeof value !== 'object' || value === null || Object.keys(value).length <= most) return value;
    context.addIssue({ code: 'too_big', origin: 'object', maximum: most, inclusive: true, input: value });
    return z.NEVER;
  }, record);

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
