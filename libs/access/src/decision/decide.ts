import type { AccessFacts, SectionFact } from './access-facts.js';
import { barredBy } from './barred.js';
import { Decision, type DecidedSection } from './decision.js';
import { heldRelations, type Held } from './held-relations.js';
import type { Question } from './question.js';
import { categoryOf, outerOf } from './sections.js';
import { weighSection, type Outcome } from './weigh-section.js';

/**
 * Steps 6, 7 and 9 of docs/access.md 5 over facts that were read with the thing. Pure: the same question and facts give
 * the same decision; the SQL of `Decided` says the same of many things at once.
 */
export function decide(question: Question, facts: AccessFacts): Decision {
  const held = heldRelations(question, facts);
  const barred = held.length === 0 ? undefined : barredBy(question, facts);
  const open = held.length > 0 && barred === undefined;
  const asked = facts.sections.filter(({ name }) => question.sections.includes(name));
  return new Decision({
    relations: [...new Set(held.map(({ relation }) => relation))],
    barred,
    sections: open ? asked.map((section) => decided(question, facts, section, held)) : [],
    epoch: facts.epoch,
  });
}

function decided(question: Question, facts: AccessFacts, section: SectionFact, held: readonly Held[]): DecidedSection {
  const { name, of, person } = section;
  const outcome = withinOuter(question, facts, section, held);
  return { name, of, person, category: categoryOf(name), ...outcome };
}

/** A-SEC-06: nothing of a member or a household is shown where the family's structure is not. */
function withinOuter(question: Question, facts: AccessFacts, section: SectionFact, held: readonly Held[]): Outcome {
  const inner = weighSection(question, facts, section, held);
  const outerName = outerOf(section.name);
  if (outerName === undefined) return inner;
  const outer = facts.sections.find(({ name }) => name === outerName);
  if (!outer) throw new Error(`${section.name} cannot be decided without ${outerName}`);
  const around = weighSection(question, facts, outer, held);
  if (!around.shown) return around;
  return inner.shown ? { ...inner, revocable: inner.revocable || around.revocable } : inner;
}
