import type { AccessFacts, SectionFact } from './access-facts.js';
import type { Held } from './held-relations.js';
import type { Question } from './question.js';
import type { BasisReason } from './reasons.js';
import { traitsOf, type Relation } from './relations.js';
import { needsNoBasis } from './sections.js';
import { weighLayer } from './weigh-layer.js';

export interface Shown {
  readonly shown: true;
  readonly relation: Relation;
  /** Ids of the recorded bases used, standing ones as `standing:<programme>:<purpose>:<layer>`; none where none is needed */
  readonly bases: readonly string[];
  /** Whether no relation would show it on grounds that stay (A-LEA-02): it then needs a lease */
  readonly revocable: boolean;
}

export type Outcome = Shown | { readonly shown: false; readonly reason: BasisReason };
type Tried = Shown | { readonly shown: false; readonly reason: BasisReason; readonly stage: number };

/** Steps A-SEC-01 to 05 for one section. */
export function weighSection(
  question: Question,
  facts: AccessFacts,
  section: SectionFact,
  held: readonly Held[],
): Outcome {
  const tried = held.map((one) => under(question, facts, section, one));
  const shown = tried.filter((outcome) => outcome.shown);
  const best = shown.find(({ revocable }) => !revocable) ?? shown[0];
  if (best) return best;
  const refused = tried.filter((outcome) => !outcome.shown);
  const furthest = Math.max(...refused.map(({ stage }) => stage));
  return { shown: false, reason: refused.find(({ stage }) => stage === furthest)?.reason ?? 'no-basis' };
}

function under(question: Question, facts: AccessFacts, section: SectionFact, held: Held): Tried {
  const { relation } = held;
  const { shows, undisclosed } = traitsOf(relation);
  if (shows !== undefined || needsNoBasis(section.name))
    return { shown: true, relation, bases: [], revocable: shows === 'revocably' };
  const processing = weighLayer(question, facts, section, held, 'processing');
  if ('reason' in processing) return { shown: false, reason: processing.reason, stage: 1 };
  if (undisclosed === true || staysInArea(section, facts)) return { shown: true, relation, ...processing };
  const disclosure = weighLayer(question, facts, section, held, 'disclosure');
  if ('reason' in disclosure) return { shown: false, reason: disclosure.reason, stage: 2 };
  const bases = [...processing.bases, ...disclosure.bases];
  return { shown: true, relation, bases, revocable: processing.revocable || disclosure.revocable };
}

const staysInArea = ({ owners }: SectionFact, { sameArea }: AccessFacts): boolean =>
  owners === 'every' || owners.some((unit) => sameArea.includes(unit));
