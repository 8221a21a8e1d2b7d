import type { AccessFacts } from '../access-facts.js';
import { decide } from '../decide.js';
import type { Decision } from '../decision.js';
import type { Question, Subject } from '../question.js';
import { facts } from './facts.js';
import type { Parameters } from './parameters.js';
import { Pieces } from './pieces.js';
import { relatedEach } from './related.js';
import type { Me, ThingInSql } from './thing-in-sql.js';

/** Whoever holds a function in a unit; by a link, in the unit of the link's group and in no function. */
export interface Holder {
  readonly unit: string;
  readonly function: string | null;
}

/**
 * One question asked of many at once: who holds a function in a unit, and of which things. The pieces stand where a FROM
 * has `access_each (unit, function)` beside the thing; the decision on a row is the one that its holder alone gets.
 */
export class EachQuery {
  readonly #pieces: Pieces;

  constructor(
    private readonly question: Omit<Question, 'actor'>,
    thing: ThingInSql,
    parameters: Parameters,
  ) {
    const each = { unit: 'access_each.unit', function: 'access_each.function' };
    this.#pieces = new Pieces({ ...question, actor: inFunction({}) }, thing, { parameters, each });
  }

  get me(): Me {
    return this.#pieces.me;
  }

  /** A condition: a relation holds (step 6). */
  get related(): string {
    return relatedEach(this.#pieces);
  }

  /** An expression: the facts that `decide` takes. */
  get facts(): string {
    return facts(this.#pieces);
  }

  decide({ unit, function: name }: Holder, of: AccessFacts): Decision {
    return decide({ ...this.question, actor: inFunction({ unit, ...(name !== null && { function: name }) }) }, of);
  }
}

/** A query of `unit` and `function`: what can be held in units that are not retired. */
export const everyFunction = `SELECT access_pair.unit, access_pair.function FROM helhed.unit_function access_pair
  WHERE NOT EXISTS (SELECT FROM helhed.unit_replica access_unit
    WHERE access_unit.code = access_pair.unit AND access_unit.retired)`;

const inFunction = (pair: Pick<Subject, 'unit' | 'function'>): Subject => ({
  kind: 'function-in-unit',
  sub: '',
  ...pair,
});
