import type { Question } from '../question.js';
import { besidesOf, isRow, triedBy, type Relation } from '../relations.js';
import type { SectionName } from '../sections.js';
import { Parameters } from './parameters.js';
import type { Me, OwnInSql, SectionInSql, SectionsInSql, ThingInSql } from './thing-in-sql.js';

interface Around {
  /** Of the statement that the pieces are put into, where it has others' too */
  readonly parameters?: Parameters;
  /** Asked of many at once: the expressions of each one's unit and function */
  readonly each?: Pick<Me, 'unit' | 'function'>;
}

/** What the pieces of a statement are made from: the question, the thing, and the statement's parameters. */
export class Pieces {
  readonly parameters: Parameters;
  readonly me: Me;
  readonly tried: readonly Relation[];
  /** Those, and what some of them last by */
  readonly known: readonly Relation[];
  readonly #own: Partial<Record<Relation, OwnInSql>>;
  readonly #sections: SectionsInSql;

  constructor(
    readonly question: Question,
    readonly thing: ThingInSql,
    { parameters = new Parameters(), each }: Around = {},
  ) {
    const { actor, today, relations } = question;
    this.parameters = parameters;
    this.me = {
      sub: this.value(actor.sub, 'text'),
      unit: each?.unit ?? this.value(actor.unit ?? null, 'text'),
      function: each?.function ?? this.value(actor.function ?? null, 'text'),
      today: this.value(today, 'date'),
    };
    this.#own = thing.own?.(this.me) ?? {};
    this.#sections = typeof thing.sections === 'function' ? thing.sections(this.me) : thing.sections;
    const tried = each ? relations : triedBy(actor.function, relations);
    this.tried = tried.filter((relation) => isRow(relation) || this.#own[relation]);
    this.known = [...new Set(this.tried.flatMap((relation) => [relation, ...(besidesOf(relation) ?? [])]))];
  }

  value(value: unknown, type: string): string {
    return this.parameters.value(value, type);
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
