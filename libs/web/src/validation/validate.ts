import { DomainError } from '@helhed/kernel';
import type { z } from 'zod';
import { toFieldErrors } from './field-errors.js';

/**
 * The value as the schema gives it.
 * @throws DomainError `validation-failed`, naming each field and the rule it breaks, never its value
 */
export function validate<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new DomainError(
    'invalid',
    'validation-failed',
    {
      da: 'Anmodningen har ikke den form, som den skal have.',
      en: 'The request does not have the shape it must have.',
    },
    toFieldErrors(result.error.issues, value),
  );
}
