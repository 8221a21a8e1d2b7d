import type { Text } from '@helhed/kernel';
import type { Actor } from '../actor/actor.js';
import type { AccessFacts } from '../decision/access-facts.js';
import type { Decision, DecidedSection } from '../decision/decision.js';
import { traitsOf, type Relation } from '../decision/relations.js';
import type { SectionCategory } from '../decision/sections.js';
import { everyFunction, type EachQuery, type Holder } from '../decision/sql/each-query.js';
import { askedPerson, asksOfItself, personThing } from '../holdings/asked-person.js';
import type { HeldOf } from '../holdings/holdings.js';
import type { Act } from '../looks/act.js';
import type { Looks } from '../looks/looks.js';
import { isForFunction } from '../routes/permit.js';
import type { Readers, ReadingLook } from './readers.js';

/** Who may see what of one category concerns a person, by which relation and on which bases: never which employee. */
export interface Reader {
  readonly unit: string;
  /** Null where the relation names none: whoever has a calendar's link */
  readonly function: string | null;
  readonly relation: Relation;
  readonly category: SectionCategory;
  /** Null where the category is under no purpose */
  readonly purpose: string | null;
  /** Ids of recorded bases, standing ones as `standing:<programme>:<purpose>:<layer>`, sorted; none where none is needed */
  readonly bases: readonly string[];
}

interface Found extends Holder {
  /** Which of the service's looks */
  readonly look: number;
  readonly facts: AccessFacts;
}

type SeenSection = Extract<DecidedSection, { shown: true }>;

/** What `readers.read` is in every service: it shows bases, and what they let whom see. */
export const readReaders = {
  act: 'readers.read',
  mode: 'read',
  relations: ['own', 'custody'],
  sections: ['basis.entry'],
} as const satisfies Act;

const person = personThing(readReaders.sections);

/** Who may see today what the service holds on a person, for the person and for who holds custody (A-OPS-04). */
export class FindReaders {
  constructor(
    private readonly looks: Looks,
    private readonly readers: Readers,
  ) {}

  /**
   * @throws DomainError `not-found`; `consent-unavailable` (503) without a lease, for a child, and where somebody sees
   *   something on a basis that can be taken back
   */
  run(actor: Actor, id: string): Promise<Reader[]> {
    return this.looks.at(actor, readReaders, async (look) => {
      const query = look.query(person);
      const { today } = look.tx;
      const asked = askedPerson(query, { person: id, sub: actor.sub, today, custody: this.readers.custody });
      const of = { person: query.value(id, 'uuid'), today: query.value(today, 'date'), own: asksOfItself };
      const each = this.readers.looks.map(({ act, thing }) => look.askEach(act, thing, query));
      const parts = this.readers.looks.map((one, n) => holders(one, n, each[n]!, of));
      const [row] = await query.rows<{ facts: AccessFacts; found: Found[] }>(
        look.tx,
        `SELECT ${query.facts} AS facts, (SELECT coalesce(json_agg(one), '[]') FROM (${parts.join(' UNION ALL ')}) one) AS found
         FROM ${asked} WHERE ${query.related}`,
      );
      look.one(query, row?.facts, what);
      return merged(
        (row?.found ?? []).flatMap((found) => {
          const decision = open(each[found.look]!.decide(found, found.facts));
          const sections = seen(this.readers.looks[found.look]!, found, decision, id);
          // what is told of a basis that may be withdrawn is told under a lease, as what the basis lets others see
          if (sections.some(({ revocable }) => revocable)) look.counted(decision.epoch);
          return sections.map((section) => readerOf(found, section));
        }),
      );
    });
  }
}

/** A query of those who reach a thing by the look, and what is decided on. */
function holders(
  { allow, from, where, unit }: ReadingLook,
  n: number,
  { me, facts, related }: EachQuery,
  of: HeldOf,
): string {
  const each = allow === 'link' ? `SELECT ${unit}, NULL::text` : everyFunction;
  return `SELECT ${n} AS look, access_each.unit, access_each.function, ${facts} AS facts
    FROM ${typeof from === 'string' ? from : from(of)} CROSS JOIN LATERAL (${each}) access_each (unit, function)
    WHERE ${where(of, me)} AND ${related}`;
}

const what: Text = { da: 'Personen', en: 'The person' };

/** The sections that concern the person, as the decision shows them to whoever is in the function. */
function seen(
  { allow }: ReadingLook,
  { function: name, facts }: Found,
  { sections }: Decision,
  id: string,
): SeenSection[] {
  if (allow !== 'link' && (name === null || !isForFunction(allow, name))) return [];
  const concerns = (section: DecidedSection): boolean =>
    facts.sections.some((fact) => fact.name === section.name && fact.of === section.of && fact.persons.includes(id));
  return sections.filter((section): section is SeenSection => section.shown && concerns(section));
}

const readerOf = ({ unit, function: name }: Holder, { relation, category, bases }: SeenSection): Reader => ({
  unit,
  function: name,
  relation,
  category,
  purpose: traitsOf(relation).purpose ?? null,
  bases,
});

/** Of a family that is closed nobody sees anything on a revocable ground. */
const open = (decision: Decision): Decision => (decision.epoch < 0 ? decision.withoutRevocable() : decision);

/** One for each category that somebody sees by a relation, on all the bases it is seen on: of several things, in several programmes. */
function merged(readers: readonly Reader[]): Reader[] {
  const order = ({ unit, function: name, category, relation }: Reader): string =>
    [unit, name ?? '', category, relation].join(' ');
  return [...Map.groupBy(readers, order)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, same]) => ({ ...same[0]!, bases: [...new Set(same.flatMap(({ bases }) => bases))].toSorted() }));
}
