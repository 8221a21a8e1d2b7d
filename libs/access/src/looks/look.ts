import type { Tx } from '@helhed/database';
import type { Text } from '@helhed/kernel';
import type { Actor } from '../actor/actor.js';
import type { AccessFacts } from '../decision/access-facts.js';
import type { Decision, Withheld } from '../decision/decision.js';
import type { Asked, StandingBasis, Subject } from '../decision/question.js';
import { barredBy } from '../decision/barred.js';
import { barredError, requireRelation } from '../decision/refuse.js';
import type { BarredReason } from '../decision/reasons.js';
import { traitsOf } from '../decision/relations.js';
import { categoryOf, type SectionName } from '../decision/sections.js';
import { AccessQuery } from '../decision/sql/access-query.js';
import { EachQuery } from '../decision/sql/each-query.js';
import type { ThingInSql } from '../decision/sql/thing-in-sql.js';
import { consentUnavailable } from '../lease/consent-unavailable.js';
import type { Ground } from '../lease/ground.js';
import type { Act } from './act.js';
import { list, type Listed, type Listing } from './listing.js';

/**
 * One request's look at things, or a command's at what it changes: makes the questions, decides on what was found, and
 * notes for the access log what the answer shows.
 */
export class Look {
  constructor(
    readonly tx: Tx,
    readonly actor: Actor,
    readonly act: Act,
    private readonly standing: readonly StandingBasis[],
    private readonly ground: Ground,
    private readonly decided: () => void,
  ) {}

  /**
   * The pieces of one statement about such things; a query is made anew for each statement.
   * @param sections those that the thing has, where the act shows more: of a list below an address, the thing that it names
   * @param relations those that reach the thing, where the act has more: of a list below an address, each item
   */
  query(
    thing: ThingInSql,
    sections: Act['sections'] = this.act.sections,
    relations: Act['relations'] = this.act.relations,
  ): AccessQuery {
    const { actor, act, tx, standing } = this;
    const { inSpiteOfColleagues } = act;
    return new AccessQuery(
      { relations, sections, actor, today: tx.today, standing, ...(inSpiteOfColleagues && { inSpiteOfColleagues }) },
      thing,
      this.decided,
    );
  }

  /** A question about somebody, which shows nothing of the thing: what an act would be decided to be. */
  ask(asked: Asked, subject: Subject, thing: ThingInSql): AccessQuery {
    const { tx, standing } = this;
    return new AccessQuery({ ...asked, actor: subject, today: tx.today, standing }, thing, this.decided);
  }

  /** The same question about everybody at once, as a part of the statement that `within` is sent with. */
  askEach(asked: Asked, thing: ThingInSql, within: AccessQuery): EachQuery {
    const { tx, standing } = this;
    return new EachQuery({ ...asked, today: tx.today, standing }, thing, within.parameters);
  }

  /**
   * The decision on the one thing that the address names; its facts are undefined where no row was found.
   * @throws DomainError `not-found` (404), the same whether it is not there or out of reach; 403 of step 7, which is logged;
   *   `consent-unavailable` (503) where a look shows something on a revocable ground without a lease
   */
  one(query: AccessQuery, facts: AccessFacts | undefined, what: Text): Decision {
    const decision = requireRelation(facts && query.decide(facts), what);
    return this.#openTo(decision, facts as AccessFacts);
  }

  /** The same where the thing may be out of reach without an answer of its own: a body that names it. */
  ifReached(query: AccessQuery, facts: AccessFacts | undefined): Decision | undefined {
    this.decided();
    const decision = facts && query.decide(facts);
    return decision && decision.relations.length > 0 ? this.#openTo(decision, facts) : undefined;
  }

  /**
   * Of a thing that is reached, whether a section of it would be shown right now: for what a command's answer tells by it,
   * such as a version, of which nothing is noted.
   * @param of the member, child or household where there are several
   */
  wouldShow(query: AccessQuery, facts: AccessFacts, section: SectionName, of: string | null = null): boolean {
    this.decided();
    return this.#grounded(query.decide(facts)).shows(section, of);
  }

  /**
   * The same for what the command itself does by it, which cannot be left out of its answer.
   * @throws DomainError `consent-unavailable` (503) where it is shown on a revocable ground, without a lease
   */
  isShown(query: AccessQuery, facts: AccessFacts, section: SectionName, of: string | null = null): boolean {
    this.decided();
    const decision = query.decide(facts);
    if (decision.isRevocable && !this.ground.holds(decision.epoch)) throw consentUnavailable();
    return decision.shows(section, of);
  }

  /**
   * Section 7 for whoever reaches the thing by a way of its own and by no relation of the act: a row that names the actor.
   * @throws DomainError 403 of step 7, which is logged
   */
  requireUnbarred({ question }: AccessQuery, facts: AccessFacts): void {
    this.decided();
    this.#refuse(barredBy(question, facts), facts);
  }

  /**
   * Decided by no relation of the facts, where docs/access.md has it so.
   * @param _by `own`: the handler found the citizen's person, or custody, in the register itself. `function`: the row asks
   *   for no relation. `link`: the secret opens what is the holder's own. `nothing`: the answer tells nothing of anybody
   */
  settledBy(_by: 'own' | 'function' | 'link' | 'nothing'): void {
    this.decided();
  }

  /**
   * Total and page of a list, in one statement; of each row that is shown, `item` decides.
   * @throws DomainError `consent-unavailable` where the total or a filter rests on a revocable ground, without a lease
   */
  async list<T extends object>(query: AccessQuery, listing: Listing): Promise<Listed<T>> {
    this.decided();
    const listed = await list<T>(this.tx, query, listing);
    this.counted(listed.countedAt);
    return listed;
  }

  /**
   * The decision on an item of a list, which `query.reached` let in; what of it is shown is noted. Of a family that is
   * closed the item alone has its revocable sections withheld.
   */
  item(query: AccessQuery, facts: AccessFacts): Decision {
    const decided = query.decide(facts);
    const decision = decided.epoch < 0 ? decided.withoutRevocable() : this.#grounded(decided);
    this.#note(decision, facts);
    return decision;
  }

  /**
   * What is withheld of a part that is one family's own, of a thing that is about no single family: all of it, or nothing.
   * Out of reach, or barred, it is withheld too, and nobody is refused (docs/access.md 7); only what is shown is noted.
   */
  part(query: AccessQuery, facts: AccessFacts): readonly Withheld[] {
    const { isReached, barred, withheld } = query.decide(facts);
    if (!isReached)
      return query.question.sections.map((name) => ({ category: categoryOf(name), reason: barred ?? 'no-basis' }));
    return withheld.length > 0 ? withheld : this.item(query, facts).withheld;
  }

  /**
   * For what an answer says of things that are no items of it: a total, a place in a queue, an order, a filter's outcome.
   * @param epoch of `query.countedAt`, null where nothing was counted by a section on a revocable ground
   * @throws DomainError `consent-unavailable` where something was, without a lease
   */
  counted(epoch: number | string | null): void {
    if (epoch !== null && !this.ground.holds(Number(epoch))) throw consentUnavailable();
  }

  #openTo(decided: Decision, facts: AccessFacts): Decision {
    this.#refuse(decided.barred, facts);
    const decision = this.#grounded(decided);
    this.#note(decision, facts);
    return decision;
  }

  /** A-LOG-02: the refusal is logged with its subjects before it is thrown. */
  #refuse(barred: BarredReason | undefined, facts: AccessFacts): void {
    if (barred === undefined) return;
    this.tx.logRefused({ kind: this.kind, act: this.act.act, subjects: known([facts.familyId, ...facts.members]) });
    throw barredError(barred);
  }

  /** A-LEA-01: a look is refused whole; a command takes effect, and its answer leaves out what rests on such a ground. */
  #grounded(decision: Decision): Decision {
    if (!decision.isRevocable || this.ground.holds(decision.epoch)) return decision;
    if (this.act.mode === 'write') return decision.withoutRevocable();
    throw consentUnavailable();
  }

  /** The family, for the frame; and each section shown, of whomever it tells something about: nobody else is told of it. */
  #note(decision: Decision, facts: AccessFacts): void {
    const family = known([facts.familyId]);
    this.log(family);
    for (const { name, of, persons } of facts.sections) {
      const section = decision.sections.find((each) => each.name === name && each.of === of);
      if (!section?.shown) continue;
      const { purpose } = traitsOf(section.relation);
      const about = known(persons);
      // of somebody who has no person id yet, the family is told
      this.log(about.length > 0 ? about : family, { purpose, categories: [section.category], bases: section.bases });
    }
  }

  get kind(): 'look' | 'command' {
    return this.act.mode === 'read' ? 'look' : 'command';
  }

  /** What the log says of the request besides what was decided: subjects that no section names, and what was shown of each. */
  log(
    subjects: readonly string[],
    shown: { purpose?: string | undefined; categories?: readonly string[]; bases?: readonly string[] } = {},
  ): void {
    this.tx.log({ kind: this.kind, act: this.act.act, subjects, ...shown });
  }
}

const known = (ids: readonly (string | null)[]): string[] => ids.filter((id) => id !== null);
