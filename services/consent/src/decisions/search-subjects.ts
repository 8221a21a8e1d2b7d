import { Looks, type Actor, type DecidedSection, type Look, type Subject } from '@helhed/access';
import { isId, notFound } from '@helhed/kernel';
import { Paging } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { isAnyOwn, isOwn } from '../bases/own.js';
import { acts } from './acts.js';
import { actsOn, findAct, isResourceType, type DecidableAct, type ResourceType } from './decidable-acts.js';
import { decideOnAll, requireUnbarred } from './decide-on.js';
import { categoryIn } from './evaluate-access.js';
import { evaluate, type Narrowed } from './evaluation.js';
import { foundPage, pageOf } from './found-page.js';
import { actTypes, candidates, targetsOf, type Targets } from './search-targets.js';
import type { Found, SubjectSearch } from './search.dto.js';
import { isAllowed, pairOf } from './subject.js';

const wanted = 'function-in-unit';

interface Asked {
  readonly act: DecidableAct;
  readonly subject: Subject;
  readonly type: ResourceType;
  readonly ids: readonly string[];
  readonly person: string;
}

/** A section that is shown to a reader, by which relation and on which bases, as `Shown` of the decision names them. */
export type Seen = Pick<Extract<DecidedSection, { shown: true }>, 'category' | 'relation' | 'bases'>;

@Injectable()
export class SearchSubjects {
  constructor(
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  /** In which functions, and units, somebody may do the act. A citizen is told of its own and of children in its custody. */
  run(asker: Actor, asked: SubjectSearch): Promise<Found> {
    const page = pageOf(asked, asker);
    return this.looks.at(asker, acts.searchSubject, async (look) => {
      const [after] = this.paging.after('subjects', page) ?? [];
      const pairs = asked.subject.type === wanted ? await this.#pairs(look, asker, asked) : [];
      if (pairs.length === 0) look.settledBy('nothing');
      const rest = pairs.filter((pair) => after === undefined || pair > String(after));
      const view = (id: string) => ({ type: wanted, id });
      return foundPage(this.paging, 'subjects', page, rest.slice(0, page.limit + 1), pairs.length, view);
    });
  }

  /**
   * In which functions, and units, somebody sees which sections of what concerns a person today, and on which grounds, by any
   * of the looks at the person’s families and referrals. @throws DomainError `not-found` for whom a citizen does not reach
   */
  readers(asker: Actor, person: string): Promise<Map<string, readonly Seen[]>> {
    return this.looks.at(asker, acts.searchSubject, async (look) => {
      if (!(await isOwn(look, person))) throw notFound({ da: 'Personen', en: 'The person' });
      look.log([person], { purpose: 'own-insight' });
      const found = new Map<string, Seen[]>();
      for (const type of ['referral', 'family'] as const) {
        const { ids, families } = await targetsOf(look.tx, 'person', type, person);
        const subjects = await candidates(look.tx, families);
        for (const act of actsOn(type).filter(({ mode, sections }) => mode === 'read' && sections.length > 0))
          for (const subject of subjects.filter((each) => isAllowed(act, each, asker)))
            found.set(pairOf(subject), [
              ...(found.get(pairOf(subject)) ?? []),
              ...(await this.#shown(look, { act, subject, type, ids, person })),
            ]);
      }
      return new Map([...found].filter(([, seen]) => seen.length > 0));
    });
  }

  async #shown(look: Look, { act, subject, type, ids, person }: Asked): Promise<Seen[]> {
    const decided = await decideOnAll(look, act, subject, type, ids);
    return decided.flatMap(({ decision, facts }) => {
      if (decision.barred) return [];
      const concerns = ({ name, of }: DecidedSection) =>
        facts.sections.some((fact) => fact.name === name && fact.of === of && fact.persons.includes(person));
      return decision.sections.flatMap((section) =>
        section.shown && concerns(section)
          ? [{ category: section.category, relation: section.relation, bases: section.bases }]
          : [],
      );
    });
  }

  async #pairs(look: Look, asker: Actor, { resource, action }: SubjectSearch): Promise<string[]> {
    const id = resource.id.toLowerCase();
    const type = isResourceType(resource.type) ? resource.type : actTypes(action.name);
    const act = type && findAct(type, action.name);
    if (!isId(id) || !type || !act || !['person', type].includes(resource.type)) return [];
    const targets = await targetsOf(look.tx, resource.type, type, id);
    if (asker.kind === 'citizen' && !(await isAnyOwn(look, targets.persons))) return [];
    if (asker.kind === 'person') for (const each of targets.ids) await requireUnbarred(look, type, each);
    look.log(resource.type === 'person' ? [id] : targets.families);
    const narrowed = { category: categoryIn(resource), ...(resource.type === 'person' && { person: id }) };
    const may: string[] = [];
    for (const subject of await candidates(look.tx, targets.families))
      if (isAllowed(act, subject, asker) && (await this.#may(look, act, subject, type, targets, narrowed)))
        may.push(pairOf(subject));
    return may.toSorted();
  }

  async #may(
    look: Look,
    act: DecidableAct,
    subject: Subject,
    type: ResourceType,
    { ids }: Targets,
    narrowed: Narrowed,
  ): Promise<boolean> {
    const decided = await decideOnAll(look, act, subject, type, ids);
    return decided.some(({ decision, facts }) => evaluate(act, decision, facts, narrowed).decision);
  }
}
