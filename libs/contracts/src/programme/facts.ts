import { z } from 'zod';
import type { Text } from '@helhed/kernel';
import { code } from '../fields.js';
import { factCode, text } from './texts.js';

const common = {
  code: factCode,
  /** true: a referral without the fact is refused. */
  required: z.boolean(),
  text,
};

/** A fact that a referral states about the family. */
export const statedFact = z.discriminatedUnion('type', [
  z.strictObject({ ...common, type: z.literal('boolean') }),
  z.strictObject({ ...common, type: z.literal('integer') }),
  z.strictObject({
    ...common,
    type: z.literal('codes'),
    values: z.array(z.strictObject({ code, text })).min(1).max(50),
  }),
]);
export type StatedFact = z.infer<typeof statedFact>;

export type FactType = StatedFact['type'] | 'integers';

/** Facts that are computed from a referral's members; no referral states them and no definition declares them. */
export const derivedFacts = {
  youngestChildAge: { type: 'integer', text: { da: 'Yngste barns alder', en: 'Age of the youngest child' } },
  childAges: { type: 'integers', text: { da: 'Børnenes alder', en: 'Ages of the children' } },
  childrenCount: { type: 'integer', text: { da: 'Antal børn', en: 'Number of children' } },
  parentsCount: { type: 'integer', text: { da: 'Antal forældre', en: 'Number of parents' } },
  householdsCount: { type: 'integer', text: { da: 'Antal husstande', en: 'Number of households' } },
} as const satisfies Record<string, { type: FactType; text: Text }>;

export type DerivedFact = keyof typeof derivedFacts;
export const isDerivedFact = (name: string): name is DerivedFact => Object.hasOwn(derivedFacts, name);
