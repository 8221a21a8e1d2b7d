import type { AccessFacts } from './access-facts.js';
import { barredBy } from './barred.js';
import { Decision, type DecidedSection } from './decision.js';
import { heldRelations, type Held } from './held-relations.js';
import type { Question } from './question.js';
import { categoryOf, outerOf, type SectionName } from './sections.js';
import { weighSection } from './weigh-section.js';

/**
 * Steps 6, 7 and 9 of docs/access.md 5 over facts that were read with the thing. Pure: the same question and facts give
 * the same decision; the SQL of `Decided` says the same of many things at once.
 */
export function decide(question: Question, facts: AccessFacts): Decision {
  const held = heldRelations(question, facts);
  const barred = held.length === 0 ? undefined : barredBy(question, facts);
  const open = held.length > 0 && barred === undefined;
  return new Decision({
    relations: [...new Set(held.map(({ relation }) => relation))],
    barred,
    sections: open ? question.sections.flatMap((name) => decided(question, facts, name, held)) : [],
    epoch: facts.epoch,
  });
}

/** A-SEC-06: nothing of a member or a household is shown where the family’s structure is not. */
function decided(question: Question, facts: AccessFacts, name: SectionName, held: readonly Held[]): DecidedSection[] {
  const category = categoryOf(name);
  const [parts, outerName] = [facts.sections.filter((section) => section.name === name), outerOf(name)];
  const outer = facts.sections.find((section) => section.name === outerName);
  if (outerName && !outer && parts.length > 0) throw new Error(`${name} cannot be decided without ${outerName}`);
  const around = outer && weighSection(question, facts, outer, held);
  // how many parts there are, and whose, is told by what lies around them: withheld they are one, also where there is none
  if (around?.shown === false) return [{ name, category, of: null, person: null, ...around }];
  return parts.map((section) => {
    const { of, person } = section;
    const outcome = weighSection(question, facts, section, held);
    const revocably = outcome.shown && { revocable: outcome.revocable || around?.revocable === true };
    return { name, category, of, person, ...outcome, ...revocably };
  });
}
