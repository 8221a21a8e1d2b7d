import type { Tx } from '@helhed/database';
import type { AccessFacts } from '../access-facts.js';
import { decide } from '../decide.js';
import type { Decision } from '../decision.js';
import type { Question } from '../question.js';
import type { SectionName } from '../sections.js';
import { barred, barredPersons } from './barred.js';
import { appliedEpoch } from './applied-epoch.js';
import { facts } from './facts.js';
import { page, withFacts, type PageInSql, type WireRow } from './page.js';
import type { Parameters } from './parameters.js';
import { Pieces } from './pieces.js';
import { related } from './related.js';
import { shown, standing } from './shown.js';
import type { ThingInSql } from './thing-in-sql.js';

/**
 * One question about the things that one statement reads: pieces of SQL for it, with their parameters, and the decision on
 * a row. A decided read is one statement, so that its data and what it rests on are of the same moment; and because a
 * statement is sent once, a query is made anew for each.
 */
export class AccessQuery {
  readonly #pieces: Pieces;
  /** Conditions that were taken: a statement that has one of them decides. */
  readonly #conditions: string[] = [];
  /** Those by which things are in an answer, or not, as a section of them is shown */
  readonly #byShown: string[] = [];
  /** Expressions that bring the epoch of their own statement */
  readonly #epochs: string[] = [];

  /** @param decided hears of each decision: of a row, or by a condition of a statement that was run */
  constructor(
    readonly question: Question,
    thing: ThingInSql,
    private readonly decided: () => void = () => undefined,
  ) {
    this.#pieces = new Pieces(question, thing);
  }

  /** Of the statement: for pieces of other questions that are put into it. */
  get parameters(): Parameters {
    return this.#pieces.parameters;
  }

  /** A parameter of the statement's own, by its type: `query.value(id, 'uuid')`. */
  value(value: unknown, type: string): string {
    return this.#pieces.value(value, type);
  }

  /** A condition: a relation holds (step 6). For one thing: the decision says whether the actor is barred from it. */
  get related(): string {
    return related(this.#pieces);
  }

  /** A condition: the thing is an item of the actor's list, and counted in its total (A-LST-01: steps 6 and 7). */
  get reached(): string {
    return `(${this.related} AND ${this.unbarred})`;
  }

  /** A condition: section 7 does not bar the actor from the thing: for a list of what is reached by no relation. */
  get unbarred(): string {
    return this.#condition(`NOT ${barred(this.#pieces)}`);
  }

  /** A query of `person_id`: from whomever section 7 bars the actor where no clearance lifts it. They are few. */
  get barredPersons(): string {
    return barredPersons(this.#pieces);
  }

  /** An expression: the facts that `decide` takes. */
  get facts(): string {
    return this.#epoch(facts(this.#pieces));
  }

  /**
   * A condition: the section is shown of a thing that is reached: what a filter or an order over its fields needs besides
   * (A-LST-03).
   * @param persons `uuid[]` of one member, child or household, where the section is one of several
   */
  shown(section: SectionName, persons?: string): string {
    const condition = this.#condition(shown(this.#pieces, section, 'all', persons));
    this.#byShown.push(condition);
    return condition;
  }

  /** A condition: the section is shown of a thing that is reached; where it is one of several, any of them. */
  showsAny(section: SectionName): string {
    const of = this.#pieces.section(section);
    if ('persons' in of) return this.shown(section);
    return `EXISTS (SELECT FROM (${of.each}) access_any WHERE ${this.shown(section, 'access_any.persons')})`;
  }

  /**
   * A condition on a thing's programme: the section is shown of each of its things, whomever it is about, by a standing basis
   * of a relation that holds to everything. What is counted of such things needs no look at each; section 7 does.
   */
  standing(section: SectionName): string {
    return standing(this.#pieces, section);
  }

  /**
   * A condition on a thing of which the section is shown: it is on a revocable ground only, so that whoever counts or
   * filters by it needs a lease (A-LEA-01). Where it is not shown, true.
   */
  revocable(section: SectionName, persons?: string): string {
    return `(NOT ${shown(this.#pieces, section, 'firm', persons)})`;
  }

  /**
   * An aggregate over things counted, filtered or ordered by a section's fields, for `Look.counted`: the epoch at which they
   * were, null where none of them rests on a revocable ground.
   * @param of a condition: of which things the section is; of all unless given
   */
  countedAt(section: SectionName, persons?: string, of = 'true'): string {
    const rests = `${this.shown(section, persons)} AND ${this.revocable(section, persons)}`;
    return this.#epoch(`min(${appliedEpoch(this.#pieces)}) FILTER (WHERE ${of} AND ${rests})`);
  }

  /**
   * An expression over one thing, for `Look.counted` too: the epoch at which the section, or any of several, is shown of it on
   * a revocable ground; null where it is not, or on one that stays.
   */
  restsAt(section: SectionName): string {
    const of = this.#pieces.section(section);
    const rests = (persons?: string): string =>
      `${this.shown(section, persons)} AND ${this.revocable(section, persons)}`;
    const any =
      'persons' in of ? rests() : `EXISTS (SELECT FROM (${of.each}) access_any WHERE ${rests('access_any.persons')})`;
    return this.#epoch(`CASE WHEN ${any} THEN ${appliedEpoch(this.#pieces)} END`);
  }

  /**
   * Runs the statement that was put together from the pieces.
   * @throws Error where it takes things by what is shown of them and has no `facts`, `countedAt` or `restsAt`: each statement
   *   has a snapshot of its own, and another's epoch says nothing of it
   */
  rows<T extends object>(tx: Tx, statement: string): Promise<T[]> {
    const values: unknown[] = [];
    const numbers = new Map<string, number>();
    // a piece may have been taken and not used, and PostgreSQL refuses a parameter that stands nowhere
    const text = statement.replace(/\$(\d+)/g, (_, n: string) => {
      if (!numbers.has(n)) numbers.set(n, values.push(this.parameters.values[Number(n) - 1]));
      return `$${numbers.get(n)}`;
    });
    const has = (piece: string): boolean => statement.includes(piece);
    if (this.#byShown.some(has) && !this.#epochs.some(has))
      throw new Error(
        'the statement takes things by what is shown of them, and does not read the epoch that it does so at',
      );
    if (this.#conditions.some(has)) this.decided();
    return tx.prepared<T>(text, values);
  }

  /**
   * The items of a page, each with its facts, in one statement: what the decisions rest on is found once for all of them,
   * and not for each. In the order of `from`.
   */
  async page<T extends object>(tx: Tx, items: PageInSql): Promise<(T & { readonly facts: AccessFacts })[]> {
    const rows = await this.rows<T & WireRow>(tx, this.#epoch(page(this.#pieces, items)));
    return withFacts(rows) as (T & { readonly facts: AccessFacts })[];
  }

  /** The text of `page`, to be explained. */
  pageText(items: PageInSql): string {
    return page(this.#pieces, items);
  }

  /** What the actor may see of the thing whose `facts` these are. */
  decide(of: AccessFacts): Decision {
    this.decided();
    return decide(this.question, of);
  }

  #epoch(sql: string): string {
    this.#epochs.push(sql);
    return sql;
  }

  #condition(sql: string): string {
    this.#conditions.push(sql);
    return sql;
  }
}
