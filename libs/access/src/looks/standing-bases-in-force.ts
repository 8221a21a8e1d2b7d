import type { ProgrammeDefinition } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import type { StandingBasis } from '../decision/question.js';
import { standingBasesOf } from '../decision/standing-bases-of.js';

/** The standing bases that a service's copies of the programme definitions assert on the transaction's day. */
export type StandingBases = (tx: Tx) => Promise<StandingBasis[]>;

export const noStandingBases: StandingBases = () => Promise.resolve([]);

type Version = Pick<ProgrammeDefinition, 'code' | 'version' | 'validFrom' | 'purposes'>;

/**
 * What a look costs is the versions' marks: the definitions are large, and read again only when a mark has changed, a day
 * begun, or a row been written anew. So no answer is by a definition that was in force a moment ago.
 * @param table the service's copies, with `code` and `version`
 * @param columns SQL over it, where it keeps no whole definition
 */
export function standingBasesIn(
  table: string,
  {
    validFrom = `(definition ->> 'validFrom')::date`,
    purposes = `definition -> 'purposes'`,
  }: { readonly validFrom?: string; readonly purposes?: string } = {},
): StandingBases {
  const marks = `
    SELECT string_agg(concat_ws(' ', code, version, xmin), ',' ORDER BY code, version) AS mark
    FROM ${table} WHERE municipality = helhed.tenant()`;
  const definitions = `
    SELECT DISTINCT ON (code) code, version, (${validFrom})::text AS "validFrom", ${purposes} AS purposes
    FROM ${table} WHERE municipality = helhed.tenant() AND ${validFrom} <= $1::date ORDER BY code, version DESC`;
  const kept = new Map<string, { readonly mark: string; readonly bases: StandingBasis[] }>();
  return async (tx) => {
    const [row] = await tx.prepared<{ mark: string | null }>(marks);
    const mark = `${tx.today} ${row?.mark}`;
    const known = kept.get(tx.municipality);
    if (known?.mark === mark) return known.bases;
    const bases = standingBasesOf(await tx.prepared<Version>(definitions, [tx.today]), tx.today);
    kept.set(tx.municipality, { mark, bases });
    return bases;
  };
}
