import type { Actor, Looks } from '@helhed/access';
import { decidableActs, type DecidableAct, type ResourceType } from '../src/decisions/decidable-acts.js';
import { decideOn } from '../src/decisions/decide-on.js';
import { isAllowed, pairOf, subjectOf } from '../src/decisions/subject.js';

interface Seeing {
  readonly person: string;
  readonly type: ResourceType;
  readonly name: string;
  readonly of: readonly string[];
  readonly pairs: readonly { readonly type: string; readonly id: string }[];
}

/** Who would be shown a section by the act that tells of the person: from what is decided of each thing, as facts say whom it concerns. */
export function thoseWhoSee(looks: Looks, asker: Actor, { person, type, name, of, pairs }: Seeing): Promise<string[]> {
  const acts: readonly DecidableAct[] = decidableActs[type];
  const act = acts.find((each) => each.act === name)!;
  return looks.at(asker, act, async (look) => {
    const found: string[] = [];
    for (const each of pairs) {
      const subject = subjectOf(each, asker)!;
      let sees = false;
      for (const id of of) {
        const decided = await decideOn(look, act, subject, type, id);
        if (!decided || decided.decision.barred !== undefined) continue;
        const facts = decided.facts.sections.filter((fact) => fact.persons.includes(person));
        const shown = decided.decision.sections.filter((section) => section.shown);
        sees ||= shown.some((section) => facts.some((fact) => fact.name === section.name && fact.of === section.of));
      }
      if (sees && isAllowed(act, subject, asker)) found.push(pairOf(subject));
    }
    return found.toSorted();
  });
}
