import type { AccessFacts, Decision, DecidedSection, Withheld } from '@helhed/access';
import type { DecidableAct } from './decidable-acts.js';
import { reasons, type Reason } from './reasons.js';

/** The standard's answer to one question; `context` is ours (A-AZN-08). */
export interface Evaluation {
  readonly decision: boolean;
  readonly context: {
    readonly reason: Reason;
    readonly reason_da: string;
    readonly reason_en: string;
    readonly bases: readonly string[];
    readonly withheld: readonly Withheld[];
  };
}

/** What an answer is narrowed to: sections of one category, or those that tell something about one of some persons. */
export interface Narrowed {
  readonly category?: string | undefined;
  readonly persons?: readonly string[] | undefined;
}

export function evaluation(
  reason: Reason,
  { bases = [], withheld = [] }: Partial<Pick<Evaluation['context'], 'bases' | 'withheld'>> = {},
): Evaluation {
  const { da, en } = reasons[reason];
  return { decision: reason === 'allowed', context: { reason, reason_da: da, reason_en: en, bases, withheld } };
}

/** A-AZN-07: the act is let through and, for a look, at least one of its sections would be shown. */
export function evaluate(act: DecidableAct, decision: Decision, facts: AccessFacts, narrowed: Narrowed): Evaluation {
  if (decision.relations.length === 0) return evaluation('not-found');
  if (decision.barred) return evaluation(decision.barred);
  const { withheld } = decision;
  if (act.mode === 'write' || act.sections.length === 0) return evaluation('allowed', { withheld });
  const asked = decision.sections.filter((section) => isAsked(section, facts, narrowed));
  const shown = asked.filter((section) => section.shown);
  if (shown.length > 0)
    return evaluation('allowed', { bases: [...new Set(shown.flatMap(({ bases }) => bases))], withheld });
  const [first] = asked.filter((section) => !section.shown);
  return evaluation(first?.reason ?? 'no-basis', { withheld });
}

function isAsked(
  { name, of, category }: DecidedSection,
  facts: AccessFacts,
  { category: only, persons }: Narrowed,
): boolean {
  if (only !== undefined && only !== category) return false;
  if (persons === undefined) return true;
  return facts.sections.some(
    (fact) => fact.name === name && fact.of === of && persons.some((each) => fact.persons.includes(each)),
  );
}
