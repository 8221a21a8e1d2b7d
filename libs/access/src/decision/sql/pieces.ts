import type { Question } from '../question.js';
import { isRow, triedBy, type Relation } from '../relations.js';
import type { SectionName } from '../sections.js';
import type { Me, OwnInSql, SectionInSql, SectionsInSql, ThingInSql } from './thing-in-sql.js';

/** What the pieces of a statement are made from: the question, the thing, and the statement's parameters. */
export class Pieces {
  readonly values: unknown[] = [];
  readonly me: Me;
  readonly tried: readonly Relation[];
  readonly #own: Partial<Record<Relation, OwnInSql>>;
  readonly #sections: SectionsInSql;
  readonly #named = new Map<string, string>();

  constructor(
    readonly question: Question,
    readonly thing: ThingInSql,
  ) {
    const { actor, today, relations } = question;
    this.me = {
      sub: this.value(actor.sub, 'text'),
      unit: this.value(actor.unit ?? null, 'text'),
      function: this.value(actor.function ?? null, 'text'),
      today: this.value(today, 'date'),
    };
    this.#own = thing.own?.(this.me) ?? {};
    this.#sections = typeof thing.sections === 'function' ? thing.sections(this.me) : thing.sections;
    this.tried = triedBy(actor.function, relations).filter((relation) => isRow(relation) || this.#own[relation]);
  }

  /** A parameter of the statement; the same value is sent once. */
  value(value: unknown, type: string): string {
    const key = `${type} ${JSON.stringify(value)}`;
    const named = this.#named.get(key) ?? `$${this.values.push(value)}::${type}`;
    this.#named.set(key, named);
    return named;
  }

  own(relation: Relation): OwnInSql {
    const own = this.#own[relation];
    if (!own) throw new Error(`the thing does not say when ${relation} holds`);
    return own;
  }

  section(name: SectionName): SectionInSql {
    const section = this.#sections[name];
    if (!section) throw new Error(`the thing has no section ${name}`);
    return section;
  }

  /** A half-open period of the table `alias` holds today. */
  holds(alias: string, from = 'from_date', to = 'to_date'): string {
    const { today } = this.me;
    return `${alias}.${from} <= ${today} AND (${alias}.${to} IS NULL OR ${today} < ${alias}.${to})`;
  }
}
