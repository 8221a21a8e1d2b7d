import { z } from 'zod';
import { code } from '../fields.js';
import { factCode, text } from './texts.js';

const fact = { fact: factCode };

/** One comparison of one fact. */
const comparisons = [
  z.strictObject({ op: z.enum(['atMost', 'atLeast']), ...fact, value: z.int().min(0).max(1_000_000) }),
  z.strictObject({ op: z.literal('isTrue'), ...fact }),
  z.strictObject({
    op: z.literal('includesAny'),
    ...fact,
    value: z
      .array(z.union([code, z.int().min(0).max(1_000_000)]))
      .min(1)
      .max(50),
  }),
  z.strictObject({ op: z.literal('countAtLeast'), ...fact, value: z.int().min(1).max(50) }),
] as const;

export const comparison = z.discriminatedUnion('op', comparisons);
export type Comparison = z.infer<typeof comparison>;

/** `any` joins alternatives; what must hold together is written as several required rules. */
export const condition = z.discriminatedUnion('op', [
  ...comparisons,
  z.strictObject({ op: z.literal('any'), of: z.array(comparison).min(2).max(10) }),
]);
export type Condition = z.infer<typeof condition>;

export const ruleKinds = ['required', 'indicating'] as const;

export const targetGroupRule = z.strictObject({ code, kind: z.enum(ruleKinds), text, when: condition });
export type TargetGroupRule = z.infer<typeof targetGroupRule>;

export const comparisonsOf = (when: Condition): readonly Comparison[] => (when.op === 'any' ? when.of : [when]);
