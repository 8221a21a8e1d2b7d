import { code, date, memberRole } from '@helhed/contracts';
import { Cpr } from '@helhed/kernel';
import { z } from 'zod';

/** Ten digits that could be a person's number stand nowhere in the text by themselves. */
export const noCpr = (text: string): boolean =>
  !(text.match(/(?<![0-9A-Za-z])\d{6}-?\d{4}(?![0-9A-Za-z])/g) ?? []).some(isCpr);

export function isCpr(text: string): boolean {
  try {
    Cpr.parse(text);
    return true;
  } catch {
    return false;
  }
}

export const refPattern = /^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/;
export const codePattern = /^[a-z0-9][a-z0-9-]{0,62}$/;
export const factPattern = /^[a-z][A-Za-z0-9]{0,62}$/;
export const oneLine = (text: string): boolean => !/[\p{Cc}\p{Cs}]/u.test(text);
export const severalLines = (text: string): boolean => !/[^\P{C}\n\r\t\p{Cf}]/u.test(text);

const ref = z.string().regex(refPattern).refine(noCpr);
const line = (most: number) => z.string().trim().min(1).max(most).refine(oneLine);

const member = z.strictObject({
  ref,
  role: memberRole,
  name: line(200),
  cpr: z
    .string()
    .max(11)
    .refine(isCpr)
    .transform((text) => Cpr.parse(text).digits)
    .optional(),
  birthDate: date.optional(),
  household: z.union([ref, z.array(ref).min(1).max(5)]),
  custody: z.array(ref).min(1).max(4).optional(),
});

const facts = z.record(
  z.string().regex(factPattern),
  z.union([z.boolean(), z.int().nonnegative(), z.array(z.string().max(63)).max(50)]),
);

const how = z.enum(['meeting', 'phone', 'written']);

/** The body of a referral under the same rules as the service's own schema, whose package exports nothing. */
export const Submission = z.strictObject({
  programme: code,
  referringUnit: code,
  senderReference: line(100).refine(noCpr),
  reason: z.string().trim().min(1).max(4000).refine(severalLines),
  households: z
    .array(z.strictObject({ ref, address: line(300).optional() }))
    .min(1)
    .max(10),
  members: z.array(member).min(1).max(30),
  parentsPart: z
    .array(z.strictObject({ parent: ref, how, on: date, agreed: z.boolean() }))
    .max(10)
    .default([]),
  facts: facts.default({}),
});
export type Submission = z.output<typeof Submission>;
