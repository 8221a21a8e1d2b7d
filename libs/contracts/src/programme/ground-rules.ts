import { z } from 'zod';
import { date } from '../fields.js';
import { checkAgainst, type DefinitionProblem } from './check-definition.js';
import { notAscending } from './inconsistency.js';
import { ruleText } from './rules.js';

/** A number that holds from a day until the next one begins; before the first, the first. */
const periods = (value: z.ZodNumber) =>
  z
    .array(z.strictObject({ validFrom: date, value }))
    .min(1)
    .max(20);
const whole = (least: number, most: number) => periods(z.number().int().min(least).max(most));

const shape = z.strictObject({
  ages: z.strictObject({
    /** Years: from its birthday on a child is an adult. */
    majority: whole(1, 30),
    /** Years: from here on a child reads its own. */
    ownAccess: whole(1, 30),
    /** Days before a birthday after which a consent covers no more that a task tells of it. */
    noticeDays: whole(1, 366),
    /** Days before a day that may follow from a birth date that events tell of it; before, what it ends is open. */
    tellDays: whole(1, 366),
  }),
  linkCode: z.strictObject({ minutes: whole(1, 100_000), attempts: whole(1, 100) }),
  clearance: z.strictObject({ days: whole(1, 3_650) }),
  deferral: z.strictObject({ days: whole(1, 3_650) }),
  /** Days for which a single exchange holds at most, where its meeting does not come. */
  singleExchange: z.strictObject({ days: whole(1, 3_650) }),
  /** Days before a basis expires that a task tells of it. */
  renewal: z.strictObject({ noticeDays: whole(1, 366) }),
  /** Days after which a service drops its own log rows that the register has, and after which the register erases what a row says. */
  lookUps: z.strictObject({ shippedDays: whole(1, 3_650), contentDays: whole(1, 36_500) }),
  /** The part of the looks that are drawn for a sample: 0 to 1. */
  samples: z.strictObject({ share: periods(z.number().min(0).max(1)) }),
  token: z.strictObject({ minutes: whole(1, 60) }),
  /** Days for which a webhook is sent to after its system registered or renewed it. */
  webhook: z.strictObject({ days: whole(1, 3_650) }),
});

/** What holds for every municipality and programme of the platform (*grundregler*): docs/access.md, 2.2. */
export const groundRules = shape.superRefine((rules, context) => {
  for (const [part, values] of Object.entries(rules))
    for (const [name, list] of Object.entries(values))
      for (const { path, rule, value } of notAscending(
        list.map(({ validFrom }) => validFrom),
        [part, name],
        ['validFrom'],
      ))
        context.addIssue({ code: 'custom', path: [...path], params: { rule, value, ...ruleText(rule, value) } });
});
export type GroundRules = z.infer<typeof groundRules>;

export type CheckedGroundRules =
  | { readonly rules: GroundRules; readonly problems: readonly [] }
  | { readonly rules: undefined; readonly problems: readonly DefinitionProblem[] };

/** Reads the ground rules from parsed YAML: the rules, or what is wrong with them. Never throws. */
export function checkGroundRules(input: unknown): CheckedGroundRules {
  const { value, problems } = checkAgainst(groundRules, input);
  return value ? { rules: value, problems: [] } : { rules: undefined, problems };
}
