import { holdsOn, type AccessFacts } from './access-facts.js';
import type { Question } from './question.js';
import { barredReasons, type BarredReason } from './reasons.js';

const reasonOf = { 'own-person': 'own-record', relative: 'relative-record', colleague: 'colleague-record' } as const;

/** Whether the thing is about the actor, a relative or a colleague (docs/access.md 7), the first of these. */
export function barredBy(question: Question, facts: AccessFacts): BarredReason | undefined {
  const { actor, today, inSpiteOfColleagues = false } = question;
  if (actor.kind !== 'person') return undefined;
  const found = facts.barring
    .filter((row) => holdsOn(row, today) && facts.members.includes(row.personId))
    .map(({ kind }) => reasonOf[kind]);
  const lifted = inSpiteOfColleagues || isCleared(question, facts);
  return barredReasons.find((reason) => found.includes(reason) && !(lifted && reason === 'colleague-record'));
}

const isCleared = ({ actor, today }: Question, { clearances }: AccessFacts): boolean =>
  clearances.some((row) => row.unit === actor.unit && row.function === actor.function && holdsOn(row, today));
