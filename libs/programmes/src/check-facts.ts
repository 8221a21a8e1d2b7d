import { isDerivedFact, ruleText, type ProgrammeDefinition, type StatedFact } from '@helhed/contracts';
import type { FieldError, Text } from '@helhed/kernel';

const mostCodes = 50;

/**
 * What is wrong with the facts that a referral states, by the programme's definition; nothing when they can be used.
 * Unknown names are not repeated, since a sender may have put a person's name in the wrong place.
 */
export function checkFacts({ facts }: ProgrammeDefinition, stated: Readonly<Record<string, unknown>>): FieldError[] {
  const unknown = Object.keys(stated).filter((code) => !facts.some((fact) => fact.code === code));
  return [
    ...unknown.map((code) =>
      isDerivedFact(code)
        ? { field: `facts.${code}`, rule: 'derived-fact', message: ruleText('derived-fact', code) }
        : { field: 'facts.*', rule: 'unknown', message: notAskedFor(facts) },
    ),
    ...facts.flatMap((fact) => checkFact(fact, Object.hasOwn(stated, fact.code) ? stated[fact.code] : undefined)),
  ];
}

function notAskedFor(facts: readonly StatedFact[]): Text {
  const names = facts.map(({ code }) => code).join(', ');
  return names === ''
    ? { da: 'Indsatsen beder ikke om oplysninger.', en: 'The programme asks for no facts.' }
    : { da: `Indsatsen beder kun om: ${names}.`, en: `The programme asks only for: ${names}.` };
}

function checkFact(fact: StatedFact, value: unknown): FieldError[] {
  const field = `facts.${fact.code}`;
  if (value === undefined) {
    return fact.required ? [{ field, rule: 'required', message: ruleText('required', fact.code) }] : [];
  }
  if (!hasType(fact, value)) return [{ field, rule: 'type', message: ruleText('type', fact.type) }];
  if (fact.type !== 'codes') return [];
  const values = fact.values.map(({ code }) => code);
  return (value as string[]).flatMap((code, index) =>
    values.includes(code)
      ? []
      : [{ field: `${field}.${index}`, rule: 'not-one-of', message: ruleText('not-one-of', values.join(', ')) }],
  );
}

function hasType({ type }: StatedFact, value: unknown): boolean {
  if (type === 'boolean') return typeof value === 'boolean';
  if (type === 'integer') return Number.isSafeInteger(value) && (value as number) >= 0;
  return Array.isArray(value) && value.length <= mostCodes && value.every((code) => typeof code === 'string');
}
