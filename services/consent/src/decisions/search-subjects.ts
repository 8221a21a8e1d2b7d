import { Looks, type Actor, type Look, type Subject } from '@helhed/access';
import { isId } from '@helhed/kernel';
import { Paging } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { ownAmong } from '../bases/own.js';
import { acts } from './acts.js';
import { findAct, isResourceType, type DecidableAct } from './decidable-acts.js';
import { decideOnAll, requireUnbarred } from './decide-on.js';
import { categoryIn } from './evaluate-access.js';
import { evaluate, type Narrowed } from './evaluation.js';
import { foundPage, pageOf } from './found-page.js';
import { actTypes, basesAbout, candidates, targetsOf, type Targets } from './search-targets.js';
import type { Found, SubjectSearch } from './search.dto.js';
import { isAllowed, pairOf } from './subject.js';
import { things } from './things.js';

const wanted = 'function-in-unit';

@Injectable()
export class SearchSubjects {
  constructor(
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  /**
   * In which functions, and units, somebody may do the act. A citizen is told of those by it who see something of the
   * citizen, or of children in its custody: never who works with anybody else of the family, nor on which bases.
   */
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
    if (asker.kind === 'person') for (const each of targets.ids) await requireUnbarred(look, things[type], each);
    const persons = await personsOf(look, asker, resource.type, targets.persons);
    if (persons?.length === 0 || (asker.kind === 'citizen' && !showsAnything(act))) return [];
    look.log(resource.type === 'person' ? [id] : targets.families);
    const family = resource.type === 'family' ? id : undefined;
    const each = persons && isAboutBases(act) ? await basesAbout(look.tx, persons, family) : targets;
    // those of a family that the person has left, too
    if (asker.kind === 'person' && each !== targets)
      for (const basis of each.ids) await requireUnbarred(look, each.of, basis);
    const narrowed = { category: categoryIn(resource), persons };
    const may: string[] = [];
    for (const subject of await candidates(look.tx, each.families))
      if (isAllowed(act, subject, asker) && (await this.#may(look, act, subject, each, narrowed)))
        may.push(pairOf(subject));
    return may.toSorted();
  }

  async #may(
    look: Look,
    act: DecidableAct,
    subject: Subject,
    { of, ids }: Targets,
    narrowed: Narrowed,
  ): Promise<boolean> {
    const decided = await decideOnAll(look, act, subject, of, ids);
    return decided.some(({ decision, facts }) => evaluate(act, decision, facts, narrowed).decision);
  }
}

/** Whom a section that is shown must concern (A-AZN-06); undefined: anybody. @throws DomainError `register-restored` */
async function personsOf(
  look: Look,
  asker: Actor,
  asked: string,
  persons: readonly string[],
): Promise<readonly string[] | undefined> {
  if (asker.kind === 'citizen') return ownAmong(look, persons);
  return asked === 'person' ? persons : undefined;
}

const showsAnything = ({ mode, sections }: DecidableAct): boolean => mode === 'read' && sections.length > 0;

/** What is told of a family's register as a whole is of no person: of persons each basis is asked about by itself. */
const isAboutBases = ({ sections }: DecidableAct): boolean => sections.includes('basis.entry');
