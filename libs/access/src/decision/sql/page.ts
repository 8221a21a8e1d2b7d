import type { AccessFacts } from '../access-facts.js';
import { factsAround, thingFacts } from './facts.js';
import type { Pieces } from './pieces.js';

/** A page of things, in the parts that its statement is put together from. */
export interface PageInSql {
  /** Queries that the rest builds on, as they stand after WITH: `listed AS (SELECT …)` */
  readonly with?: string;
  /** What a row has, by its name: `{ id: 't.id' }` */
  readonly columns: Readonly<Record<string, string>>;
  /** From what, which, in which order, how many: `thing t WHERE … ORDER BY t.id LIMIT 51` */
  readonly from: string;
}

/** A row as the statement answers it: the facts of all items stand in the first. */
export interface WireRow {
  readonly access_thing: ThingFacts;
  readonly access_around: Around | null;
}

type OfFamily<T> = T & { readonly familyId: string };
type ThingFacts = Omit<AccessFacts, keyof Around>;
interface Around extends Pick<AccessFacts, 'bases' | 'sameArea' | 'atInstitution' | 'barring'> {
  readonly relationRows: readonly OfFamily<AccessFacts['relationRows'][number]>[];
  readonly clearances: readonly OfFamily<AccessFacts['clearances'][number]>[];
}

/** The page's rows first; then what their decisions rest on, found once for all of them. */
export function page(pieces: Pieces, { with: before, columns, from }: PageInSql): string {
  const { family, members, persons = members } = pieces.thing;
  const names = Object.keys(columns).map((name) => `"${name}"`);
  const selected = Object.entries(columns).map(([name, expression]) => `${expression} AS "${name}"`);
  const all = (column: string): string => `ARRAY(SELECT DISTINCT unnest(access_item.${column}) FROM access_item)`;
  const about = {
    families: 'ARRAY(SELECT access_item.access_family FROM access_item)',
    members: all('access_members'),
    persons: all('access_persons'),
  };
  return `WITH ${before === undefined ? '' : `${before},`} access_item AS MATERIALIZED (
      SELECT ${selected.join(', ')}, json_build_object(${thingFacts(pieces)}) AS access_thing, ${family} AS access_family,
        ${members} AS access_members, ${persons} AS access_persons FROM ${from})
    SELECT ${names.join(', ')}, access_thing,
      CASE WHEN row_number() OVER () = 1 THEN json_build_object(${factsAround(pieces, about)}) END AS access_around
    FROM access_item`;
}

/** Gives each item of a page its own facts: of its family, and of whomever it is about. */
export function withFacts<T extends WireRow>(rows: readonly T[]): (Omit<T, keyof WireRow> & { facts: AccessFacts })[] {
  const around = rows[0]?.access_around;
  if (!around) return [];
  const basesOf = Map.groupBy(
    around.bases.flatMap((basis) => basis.coverage.map(({ personId }) => ({ personId, basis }))),
    ({ personId }) => personId,
  );
  const { relationRows, clearances } = around;
  const [relationsOf, clearancesOf] = [Map.groupBy(relationRows, byFamily), Map.groupBy(clearances, byFamily)];
  return rows.map(({ access_thing: thing, access_around: _, ...row }) => ({
    ...row,
    facts: {
      ...thing,
      sameArea: around.sameArea,
      atInstitution: around.atInstitution,
      barring: around.barring,
      relationRows: (thing.familyId !== null && relationsOf.get(thing.familyId)) || [],
      clearances: (thing.familyId !== null && clearancesOf.get(thing.familyId)) || [],
      bases: [
        ...new Set(
          personsOf(thing)
            .flatMap((person) => basesOf.get(person) ?? [])
            .map(({ basis }) => basis),
        ),
      ],
    },
  }));
}

const byFamily = ({ familyId }: { readonly familyId: string }): string => familyId;
const personsOf = ({ sections }: ThingFacts): string[] => [
  ...new Set(sections.flatMap(({ persons }) => persons.filter((person) => person !== null))),
];
