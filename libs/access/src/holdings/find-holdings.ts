import type { Text } from '@helhed/kernel';
import type { Actor } from '../actor/actor.js';
import type { AccessFacts } from '../decision/access-facts.js';
import { categoryOf, type SectionCategory, type SectionName } from '../decision/sections.js';
import type { ThingInSql } from '../decision/sql/thing-in-sql.js';
import type { Act } from '../looks/act.js';
import type { Looks } from '../looks/looks.js';
import { askedPerson, asksOfItself, personThing } from './asked-person.js';
import type { Holdings } from './holdings.js';

/** What of one category is held on somebody. */
export interface Holding {
  readonly category: SectionCategory;
  readonly count: number;
  /** ISO date of the oldest; null where it is not known */
  readonly since: string | null;
  /** The units whose own it is, sorted */
  readonly units: readonly string[];
}

interface Counted {
  readonly section: SectionName;
  readonly count: number;
  readonly since: string | null;
  readonly units: string | null;
}

/** What `holdings.read` is in every service; its sections are those that the service holds. */
export const readHoldings = {
  act: 'holdings.read',
  mode: 'read',
  relations: ['own', 'custody'],
  sections: [],
} as const satisfies Act;

/** What the service holds on a person, by category, for the person and for who holds custody (A-OPS-03). */
export class FindHoldings {
  readonly #act: Act;
  readonly #thing: ThingInSql;

  constructor(
    private readonly looks: Looks,
    private readonly holdings: Holdings,
  ) {
    const sections = [...new Set(holdings.sources.map(({ section }) => section))];
    this.#act = { ...readHoldings, sections };
    this.#thing = personThing(sections);
  }

  /** @throws DomainError `not-found`; `consent-unavailable` (503) for a child, without a lease */
  run(actor: Actor, person: string): Promise<Holding[]> {
    return this.looks.at(actor, this.#act, async (look) => {
      const query = look.query(this.#thing);
      const { today } = look.tx;
      const asked = askedPerson(query, { person, sub: actor.sub, today, custody: this.holdings.custody });
      const [row] = await query.rows<{ facts: AccessFacts; counted: Counted[] }>(
        look.tx,
        `SELECT ${query.facts} AS facts, (${this.#counted(query.value(today, 'date'))}) AS counted
         FROM ${asked} WHERE ${query.related}`,
      );
      const decision = look.one(query, row?.facts, what);
      return byCategory((row?.counted ?? []).filter(({ section }) => decision.shows(section)));
    });
  }

  #counted(today: string): string {
    const things = this.holdings.sources.map(
      ({ section, things: of }) =>
        `SELECT '${section}' AS section, one.since, one.units FROM (${of({ person: 'p.id', today, own: asksOfItself })}) one`,
    );
    return `SELECT coalesce(jsonb_agg(jsonb_build_object('section', held.section, 'count', held.count, 'since', held.since,
        'units', held.units)), '[]') FROM (
      SELECT thing.section, count(*)::int AS count, min(thing.since)::text AS since,
        string_agg(DISTINCT array_to_string(thing.units, ' '), ' ') AS units
      FROM (${things.join(' UNION ALL ')}) thing GROUP BY thing.section) held`;
  }
}

const what: Text = { da: 'Personen', en: 'The person' };

function byCategory(counted: readonly Counted[]): Holding[] {
  const groups = Map.groupBy(counted, ({ section }) => categoryOf(section));
  return [...groups]
    .map(([category, same]) => ({
      category,
      count: same.reduce((sum, { count }) => sum + count, 0),
      since: same.flatMap(({ since }) => since ?? []).toSorted()[0] ?? null,
      units: [...new Set(same.flatMap(({ units }) => (units ?? '').split(' ').filter(Boolean)))].toSorted(),
    }))
    .toSorted((a, b) => (a.category < b.category ? -1 : 1));
}
