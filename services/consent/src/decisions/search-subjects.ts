import { Looks, type Actor, type Look, type Subject } from '@helhed/access';
import { isId } from '@helhed/kernel';
import { Paging } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { isAnyOwn } from '../bases/own.js';
import { acts } from './acts.js';
import { findAct, isResourceType, type DecidableAct, type ResourceType } from './decidable-acts.js';
import { decideOnAll, requireUnbarred } from './decide-on.js';
import { categoryIn } from './evaluate-access.js';
import { evaluate, type Narrowed } from './evaluation.js';
import { foundPage, pageOf } from './found-page.js';
import { actTypes, candidates, targetsOf, type Targets } from './search-targets.js';
import type { Found, SubjectSearch } from './search.dto.js';
import { isAllowed, pairOf } from './subject.js';

const wanted = 'function-in-unit';

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
