import { comparisonsOf, type ProgrammeDefinition, type TargetGroupRule } from '@helhed/contracts';
import type { Text } from '@helhed/kernel';
import { evaluate, factOf, type Outcome } from './evaluate.js';
import type { Facts, FactValue } from './facts.js';
import { reasonOf } from './reason.js';

export interface RuleOutcome {
  readonly rule: string;
  readonly text: Text;
  readonly kind: TargetGroupRule['kind'];
  readonly outcome: Outcome;
  /** The facts that the rule read; null is unknown. */
  readonly facts: Readonly<Record<string, FactValue | null>>;
  readonly reason: Text;
}

export type Suggestion = 'meets' | 'doubtful' | 'outside';

export interface Triage {
  readonly rules: readonly RuleOutcome[];
  readonly suggestion: Suggestion;
}

/**
 * The target group's rules against what is known of a family. It suggests; a person decides.
 *
 * - `outside`: a required rule is not met.
 * - `meets`: every required rule is met, and of the indicating ones, where there are any, at least one.
 * - `doubtful`: everything else.
 */
export function triage(definition: ProgrammeDefinition, facts: Facts): Triage {
  const rules = definition.targetGroup.map(({ code, text, kind, when }): RuleOutcome => {
    const used = comparisonsOf(when).map(({ fact }) => [fact, factOf(facts, fact) ?? null]);
    return {
      rule: code,
      text,
      kind,
      outcome: evaluate(when, facts),
      facts: Object.fromEntries(used) as RuleOutcome['facts'],
      reason: reasonOf(definition, when, facts),
    };
  });
  return { rules, suggestion: suggest(rules) };
}

function suggest(rules: readonly RuleOutcome[]): Suggestion {
  const required = rules.filter((rule) => rule.kind === 'required');
  if (required.some((rule) => rule.outcome === 'not-met')) return 'outside';
  const indicating = rules.filter((rule) => rule.kind === 'indicating');
  const indicated = indicating.length === 0 || indicating.some((rule) => rule.outcome === 'met');
  return indicated && required.every((rule) => rule.outcome === 'met') ? 'meets' : 'doubtful';
}
