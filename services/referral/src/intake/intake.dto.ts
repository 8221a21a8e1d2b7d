import { date, memberRole, withoutCpr } from '@helhed/contracts';
import { Cpr, holdsCpr, isCpr } from '@helhed/kernel';
import { atMostFields, rule } from '@helhed/web';
import { z } from 'zod';

/** What a sender calls a person or household within one referral. */
export const ref = withoutCpr(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/));

/** One line of text; half characters and controls cannot be stored. */
export const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), rule('format', 'Kun skrifttegn.', 'Printable characters only.'));

/** Text of several lines. */
export const prose = z
  .string()
  .trim()
  .min(1)
  .max(4000)
  .refine(
    (text) => !/[^\P{C}\n\r\t\p{Cf}]/u.test(text),
    rule('format', 'Kun skrifttegn.', 'Printable characters only.'),
  );

const cpr = z
  .string()
  .max(11)
  .refine(isCpr, rule('cpr-invalid', 'Ikke et CPR-nummer.', 'Not a CPR number.'))
  .transform((text) => Cpr.parse(text).digits);

const households = z.strictObject({
  ref: ref.describe('What the members call it here, such as `home-1`.'),
  address: line(300).optional(),
});

const member = z.strictObject({
  ref: ref.describe('What the rest of the referral calls the person, such as `parent-1`; no name.'),
  role: memberRole,
  name: line(200),
  cpr: cpr.optional().describe('Ten digits, with or without a hyphen. Kept encrypted, never shown again here.'),
  birthDate: date.optional().describe('Where there is no CPR number, or not yet.'),
  household: z.union([ref, z.array(ref).min(1).max(5)]).describe('A child may live in several households.'),
  custody: z.array(ref).min(1).max(4).optional().describe('For a child: the members who hold custody.'),
});
export type IntakeMember = z.output<typeof member>;

const parentsPart = z.strictObject({
  parent: ref.describe('The `ref` of a member whose role is parent.'),
  how: z.enum(['meeting', 'phone', 'written']),
  on: date.describe('When the parent was spoken with.'),
  agreed: z.boolean().describe('Whether the parent agrees to the referral.'),
});

const factCode = z.string().regex(/^[a-z][A-Za-z0-9]{0,62}$/);
// a number that begins with a nought has lost it
const number = z
  .int()
  .nonnegative()
  .refine(
    (given) => !holdsCpr(String(given).padStart(10, '0')),
    rule('holds-cpr', 'Her står et CPR-nummer.', 'A CPR number stands here.'),
  );
const fact = z.union([z.boolean(), number, z.array(z.string().max(63)).max(50)]);
export const facts = atMostFields(50, z.record(withoutCpr(factCode), fact)).describe(
  "What the programme's target group rules ask for, 50 facts at most; see the programme's `facts`.",
);

/** The persons of a referral and the parents' part in it. */
export const intakeShape = {
  households: z.array(households).min(1).max(10),
  members: z.array(member).min(1).max(30),
  parentsPart: z
    .array(parentsPart)
    .max(10)
    .default([])
    .describe("Each parent's part in the referral: how, when, agreed or not."),
  facts: facts.default({}),
};

export interface Intake {
  readonly households: readonly z.output<typeof households>[];
  readonly members: readonly IntakeMember[];
  readonly parentsPart: readonly z.output<typeof parentsPart>[];
  readonly facts: z.output<typeof facts>;
}

export const householdsOf = (someone: IntakeMember): readonly string[] => [someone.household].flat();
