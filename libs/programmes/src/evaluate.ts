import type { Comparison, Condition } from '@helhed/contracts';
import type { Facts, FactValue } from './facts.js';

export type Outcome = 'met' | 'not-met' | 'unknown';

/** Three-valued: what is not known cannot make a condition met, and a value of another type is not known. */
export function evaluate(when: Condition, facts: Facts): Outcome {
  if (when.op !== 'any') return compare(when, factOf(facts, when.fact));
  const outcomes = when.of.map((alternative) => compare(alternative, factOf(facts, alternative.fact)));
  if (outcomes.includes('met')) return 'met';
  return outcomes.includes('unknown') ? 'unknown' : 'not-met';
}

/** What is known of a fact; a value that no fact can have is not known. */
export function factOf(facts: Facts, code: string): FactValue | undefined {
  const value: unknown = Object.hasOwn(facts, code) ? facts[code] : undefined;
  const known =
    isPlain(value) || (Array.isArray(value) && value.every((one) => isPlain(one) || typeof one === 'string'));
  return known ? (value as FactValue) : undefined;
}

const isPlain = (value: unknown): boolean => typeof value === 'boolean' || Number.isSafeInteger(value);

function compare(comparison: Comparison, fact: FactValue | undefined): Outcome {
  const holds = test(comparison, fact);
  if (holds === undefined) return 'unknown';
  return holds ? 'met' : 'not-met';
}

function test(comparison: Comparison, fact: FactValue | undefined): boolean | undefined {
  switch (comparison.op) {
    case 'atMost':
      return typeof fact === 'number' ? fact <= comparison.value : undefined;
    case 'atLeast':
      return typeof fact === 'number' ? fact >= comparison.value : undefined;
    case 'isTrue':
      return typeof fact === 'boolean' ? fact : undefined;
    case 'includesAny':
      return Array.isArray(fact) ? comparison.value.some((value) => fact.includes(value)) : undefined;
    case 'countAtLeast':
      return Array.isArray(fact) ? new Set(fact).size >= comparison.value : undefined;
  }
}
