import type { DefinitionShape } from './definition-shape.js';
import { derivedFacts, isDerivedFact, type FactType, type StatedFact } from './facts.js';
import { duplicates, type Inconsistency, type Path } from './inconsistency.js';
import { comparisonsOf, type Comparison } from './target-group.js';

/** Which types of fact an operator can compare. */
const operands: Record<Comparison['op'], readonly FactType[]> = {
  atMost: ['integer'],
  atLeast: ['integer'],
  isTrue: ['boolean'],
  includesAny: ['codes', 'integers'],
  countAtLeast: ['codes'],
};

export function targetGroupInconsistencies({
  facts,
  targetGroup,
}: Pick<DefinitionShape, 'facts' | 'targetGroup'>): Inconsistency[] {
  const found = [
    ...duplicates(
      facts.map((fact) => fact.code),
      ['facts'],
      ['code'],
    ),
    ...duplicates(
      targetGroup.map((rule) => rule.code),
      ['targetGroup'],
      ['code'],
    ),
  ];
  const used = new Set<string>();
  targetGroup.forEach(({ when }, index) => {
    comparisonsOf(when).forEach((comparison, position) => {
      used.add(comparison.fact);
      const path = ['targetGroup', index, 'when', ...(when.op === 'any' ? ['of', position] : [])];
      found.push(...comparisonInconsistencies(comparison, facts, path));
    });
  });
  facts.forEach((fact, index) => {
    const { code } = fact;
    if (isDerivedFact(code)) found.push({ path: ['facts', index, 'code'], rule: 'derived-fact', value: code });
    // What no rule reads is not collected: personal data without a purpose.
    else if (!used.has(code)) found.push({ path: ['facts', index, 'code'], rule: 'unused-fact', value: code });
    if (fact.type === 'codes')
      found.push(
        ...duplicates(
          fact.values.map((value) => value.code),
          ['facts', index, 'values'],
          ['code'],
        ),
      );
  });
  return found;
}

function comparisonInconsistencies(comparison: Comparison, facts: readonly StatedFact[], path: Path): Inconsistency[] {
  const { fact: name, op } = comparison;
  const declared = isDerivedFact(name) ? derivedFacts[name] : facts.find((fact) => fact.code === name);
  if (!declared) return [{ path: [...path, 'fact'], rule: 'unknown-fact', value: name }];
  if (!operands[op].includes(declared.type)) {
    return [{ path: [...path, 'op'], rule: 'operator-mismatch', value: `${op}, ${declared.type}` }];
  }
  const codes = 'values' in declared ? declared.values.map((value) => value.code) : [];
  if (op === 'countAtLeast') {
    return comparison.value > codes.length
      ? [{ path: [...path, 'value'], rule: 'count-impossible', value: String(codes.length) }]
      : [];
  }
  if (op !== 'includesAny') return [];
  const known = (value: string | number) =>
    declared.type === 'codes' ? codes.includes(String(value)) : typeof value === 'number';
  return [
    ...duplicates(comparison.value, [...path, 'value']),
    ...comparison.value.flatMap((value, index) =>
      known(value) ? [] : [{ path: [...path, 'value', index], rule: 'unknown-value' as const, value: String(value) }],
    ),
  ];
}
