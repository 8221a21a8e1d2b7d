import { Transform } from 'class-transformer';
// oxlint-disable-next-line no-restricted-imports -- the yardstick validates as Nest's documentation does
import { registerDecorator, type ValidationOptions } from 'class-validator';
import { factPattern } from '../rules/submission.js';

/** A rule of one's own, as class-validator's documentation makes them. */
export const Satisfies =
  (rule: (value: unknown) => boolean, validationOptions?: ValidationOptions) =>
  (target: object, propertyName: string): void =>
    registerDecorator({
      name: 'satisfies',
      target: target.constructor,
      propertyName,
      ...(validationOptions ? { options: validationOptions } : {}),
      validator: { validate: rule },
    });

export const textThat =
  (rule: (text: string) => boolean) =>
  (value: unknown): boolean =>
    typeof value === 'string' && rule(value);

export const Trim = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

export const areFacts = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).every(([code, fact]) => factPattern.test(code) && isFact(fact));

function isFact(fact: unknown): boolean {
  if (Array.isArray(fact))
    return fact.length <= 50 && fact.every((each) => typeof each === 'string' && each.length <= 63);
  return typeof fact === 'boolean' || (Number.isInteger(fact) && (fact as number) >= 0);
}
