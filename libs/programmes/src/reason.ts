import {
  comparisonsOf,
  derivedFacts,
  isDerivedFact,
  type Comparison,
  type Condition,
  type ProgrammeDefinition,
  type StatedFact,
} from '@helhed/contracts';
import type { Text } from '@helhed/kernel';
import { factOf } from './evaluate.js';
import type { Facts, FactValue } from './facts.js';

const words = {
  yes: { da: 'ja', en: 'yes' },
  no: { da: 'nej', en: 'no' },
  none: { da: 'ingen', en: 'none' },
  unknown: { da: 'ikke oplyst', en: 'not stated' },
  atMost: { da: 'højst', en: 'at most' },
  atLeast: { da: 'mindst', en: 'at least' },
  oneOf: { da: 'mindst én af', en: 'at least one of' },
  or: { da: 'eller', en: 'or' },
} as const satisfies Record<string, Text>;

/** Why a rule came out as it did: each fact, what is known of it, and what was asked for. */
export function reasonOf(definition: ProgrammeDefinition, when: Condition, facts: Facts): Text {
  const parts = (language: keyof Text) =>
    comparisonsOf(when)
      .map((comparison) => sentence(comparison, definition.facts, factOf(facts, comparison.fact), language))
      .join(` ${words.or[language]} `);
  return { da: parts('da'), en: parts('en') };
}

function sentence(
  comparison: Comparison,
  declared: readonly StatedFact[],
  known: FactValue | undefined,
  language: keyof Text,
): string {
  const { fact: code } = comparison;
  const fact = isDerivedFact(code) ? derivedFacts[code] : declared.find((stated) => stated.code === code);
  const values = fact && 'values' in fact ? fact.values : [];
  const name = (value: string | number) => values.find((one) => one.code === value)?.text[language] ?? String(value);
  const asked = askedFor(comparison, name, language);
  return `${fact?.text[language] ?? code}: ${say(known, name, language)}${asked && ` (${asked})`}`;
}

function askedFor(comparison: Comparison, name: (value: string | number) => string, language: keyof Text): string {
  switch (comparison.op) {
    case 'isTrue':
      return '';
    case 'atMost':
      return `${words.atMost[language]} ${comparison.value}`;
    case 'atLeast':
    case 'countAtLeast':
      return `${words.atLeast[language]} ${comparison.value}`;
    case 'includesAny':
      return `${words.oneOf[language]}: ${comparison.value.map(name).join(', ')}`;
  }
}

function say(known: FactValue | undefined, name: (value: string | number) => string, language: keyof Text): string {
  if (known === undefined) return words.unknown[language];
  if (typeof known === 'boolean') return words[known ? 'yes' : 'no'][language];
  if (typeof known === 'number') return String(known);
  return known.length === 0 ? words.none[language] : known.map(name).join(', ');
}
