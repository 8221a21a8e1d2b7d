import { z } from 'zod';
import { basisLayer } from '../consent/basis-kinds.js';
import { date } from '../fields.js';
import { categoryCodes } from './categories.js';
import { basedRelations, purposeCodes } from './purpose-codes.js';
import { line } from './texts.js';

/** Whose consent is needed for a child: docs/access.md, A-BAS-09. An adult's is always the adult's own. */
export const consentOf = ['custody-holders', 'resident-parent', 'own'] as const;
/** The child's own consent beside the others', or in their place. */
export const ownVoiceModes = ['also', 'alone'] as const;

/** Whose consent a purpose needs, from a day until the next rule begins. */
const consentRule = z.strictObject({
  validFrom: date,
  consentOf: z.enum(consentOf),
  ownVoice: z.strictObject({ age: z.int().min(1).max(30), mode: z.enum(ownVoiceModes) }).optional(),
  /** The longest that a consent lasts, and how long it does when nobody says. */
  longest: z.strictObject({ months: z.int().min(1).max(240) }).optional(),
  /** Paragraphs under which somebody's consent can be left out. */
  exceptions: z.array(line).min(1).max(20).optional(),
  /** A single exchange may name a second meeting, so many days after the first at most. */
  followUp: z.strictObject({ withinDays: z.int().min(1).max(366) }).optional(),
});
export type ConsentRule = z.infer<typeof consentRule>;

/** A basis of kind statute for all families of the programme: whoever has the relation, in place of units. */
const standingBasis = z.strictObject({
  layer: basisLayer,
  relation: z.enum(basedRelations),
  categories: z.array(z.enum(categoryCodes)).min(1).max(50),
  paragraph: line,
  validFrom: date,
  validTo: date.optional(),
});
export type StandingBasis = z.infer<typeof standingBasis>;

const purpose = z.strictObject({
  rules: z.array(consentRule).min(1).max(20).optional(),
  standing: z.array(standingBasis).min(1).max(50).optional(),
});
export type PurposeRules = z.infer<typeof purpose>;

/** What is not configured is not there: a purpose without a rule covers nobody by consent. */
export const purposesOfProgramme = z.strictObject(
  Object.fromEntries(purposeCodes.map((code) => [code, purpose.optional()])) as Record<
    (typeof purposeCodes)[number],
    z.ZodOptional<typeof purpose>
  >,
);
