import { z } from 'zod';
import { code, date } from '../fields.js';
import { answer } from './answer.js';
import { conversations, parentsParts } from './conversations.js';
import { dutyToInform } from './duty-to-inform.js';
import { statedFact } from './facts.js';
import { group, range } from './group.js';
import { purposesOfProgramme } from './purposes.js';
import { endingReasons } from './reasons.js';
import { registrationForm } from './registration-form.js';
import { targetGroupRule } from './target-group.js';
import { kle, municipality, text } from './texts.js';

/** The figures that reporting can compute for a programme. */
export const figureCodes = [
  'referred',
  'accepted',
  'declined',
  'withdrawn',
  'waiting',
  'places-assigned',
  'waiting-days-median',
  'waiting-days-p90',
  'families-enrolled',
  'adults-enrolled',
  'children-enrolled',
  'started',
  'completed',
  'dropped',
  'sessions-held',
  'theme-evenings-held',
  'attendance-expected',
  'attendance-came',
  'attendance-away',
  'persons-by-age',
  'conversations-held',
  'goals-followed-up',
  'goals-moved',
] as const;
export type FigureCode = (typeof figureCodes)[number];

/** A number that law or a municipality's decision may change: each period lasts until the next one begins. */
const periods = <S extends z.ZodRawShape>(shape: S) =>
  z
    .array(z.strictObject({ validFrom: date, ...shape }))
    .min(1)
    .max(20);

export const definitionShape = z.strictObject({
  code,
  version: z.int().min(1).max(1_000_000),
  validFrom: date,
  municipality,
  name: text,
  description: text,
  kle: kle.optional(),
  mayRefer: z.strictObject({ functions: z.array(code).min(1).max(50), parentsPart: z.enum(parentsParts) }),
  selfReferral: z.boolean(),
  facts: z.array(statedFact).max(50),
  targetGroup: z.array(targetGroupRule).min(1).max(50),
  /** Groups of families, a target band for the programme as a whole, or neither: no fixed number of places. */
  group: group.optional(),
  targetBand: range.optional(),
  retention: z.strictObject({
    prospectiveFamily: periods({ days: z.int().min(1).max(36_500) }),
    /** A programme without it offers no observation of the interaction. */
    observation: periods({ days: z.int().min(1).max(36_500) }).optional(),
    /** A programme without it keeps no video. */
    video: periods({ days: z.int().min(1).max(36_500) }).optional(),
  }),
  /** Danish working days from the day of receipt. */
  deadlines: z.strictObject({ answer: periods({ workingDays: z.int().min(1).max(365) }) }).optional(),
  /** What the answer to a referral is; without it a letter. */
  answer: answer.optional(),
  /** What each person is told of whom data is entered. */
  dutyToInform: dutyToInform.optional(),
  /** What an institution is asked about a child during the course; what it finds to work on is offered to the parents. */
  registrationForm: registrationForm.optional(),
  /** The conversations with each family in its course, and who must attend. */
  conversations: conversations.optional(),
  /** The codes by which referrals are declined, withdrawn and closed, and no other. */
  reasons: endingReasons,
  /** What data may be used for, on whose consent, and on which bases that stand for every family. */
  purposes: purposesOfProgramme.optional(),
  figures: z.array(z.enum(figureCodes)).min(1).max(50),
});
export type DefinitionShape = z.infer<typeof definitionShape>;

/** What a figure can be counted from in some programmes only, and by which rule a definition without it is refused. */
interface Need {
  readonly rule: 'figure-needs-group' | 'figure-needs-attendance' | 'figure-needs-bands' | 'figure-needs-conversations';
  readonly figures: readonly FigureCode[];
  readonly isThere: (definition: Pick<DefinitionShape, 'group' | 'conversations'>) => boolean;
}
const needs: readonly Need[] = [
  {
    rule: 'figure-needs-group',
    figures: ['started', 'sessions-held', 'theme-evenings-held'],
    isThere: ({ group }) => group !== undefined,
  },
  {
    rule: 'figure-needs-attendance',
    figures: ['attendance-expected', 'attendance-came', 'attendance-away'],
    isThere: ({ group }) => group?.attendance !== undefined,
  },
  { rule: 'figure-needs-bands', figures: ['persons-by-age'], isThere: ({ group }) => group?.ageBands !== undefined },
  {
    rule: 'figure-needs-conversations',
    figures: ['conversations-held', 'goals-followed-up', 'goals-moved'],
    isThere: ({ conversations }) => conversations !== undefined,
  },
];

/** By which rule the definition cannot list the figure; undefined where it can. */
export const lackingFor = (
  figure: FigureCode,
  definition: Pick<DefinitionShape, 'group' | 'conversations'>,
): Need['rule'] | undefined =>
  needs.find(({ figures, isThere }) => figures.includes(figure) && !isThere(definition))?.rule;
