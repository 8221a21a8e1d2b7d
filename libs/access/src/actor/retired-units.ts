import type { MunicipalityCode } from '@helhed/kernel';
import type { Actor } from './actor.js';
import { byDefault } from './choose-function.js';

/** The codes of a municipality's retired units. */
export type FindRetired = (municipality: MunicipalityCode) => Promise<readonly string[]>;

const askAgainMs = 1_000;

interface Answer {
  /** By `performance.now()` */
  readonly at: number;
  readonly codes: Promise<ReadonlySet<string>>;
}

/**
 * Takes the pairs of retired units from an actor (A-FUN-02). Which these are is asked once a second: a unit ends for good, and a
 * token that still names it lives for minutes.
 */
export class RetiredUnits {
  readonly #answers = new Map<MunicipalityCode, Answer>();

  constructor(private readonly find?: FindRetired) {}

  async leave(actor: Actor): Promise<Actor> {
    if (!this.find || actor.functions.length === 0) return actor;
    const retired = await this.#of(actor.municipality, this.find);
    const functions = actor.functions.filter(({ unit }) => !retired.has(unit));
    if (functions.length === actor.functions.length) return actor;
    const { unit: _unit, function: _function, ...rest } = actor;
    return byDefault({ ...rest, functions });
  }

  #of(municipality: MunicipalityCode, find: FindRetired): Promise<ReadonlySet<string>> {
    const last = this.#answers.get(municipality);
    if (last && performance.now() - last.at < askAgainMs) return last.codes;
    const codes = find(municipality).then((found) => new Set(found));
    const answer = { at: performance.now(), codes };
    this.#answers.set(municipality, answer);
    codes.catch(() => this.#answers.get(municipality) === answer && this.#answers.delete(municipality));
    return codes;
  }
}
