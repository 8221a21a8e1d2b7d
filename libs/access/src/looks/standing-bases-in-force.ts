import type { ProgrammeDefinition } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import type { StandingBasis } from '../decision/question.js';
import { standingBasesOf } from '../decision/standing-bases-of.js';

/** The standing bases that a service's copies of the programme definitions assert on the transaction's day. */
export type StandingBases = (tx: Tx) => Promise<StandingBasis[]>;

export const noStandingBases: StandingBases = () => Promise.resolve([]);

type Version = Pick<ProgrammeDefinition, 'code' | 'version' | 'validFrom' | 'purposes'>;

/**
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
  const sql = `
    SELECT DISTINCT ON (code) code, version, (${validFrom})::text AS "validFrom", ${purposes} AS purposes
    FROM ${table} WHERE municipality = helhed.tenant() AND ${validFrom} <= $1::date ORDER BY code, version DESC`;
  return async (tx) => standingBasesOf(await tx.prepared<Version>(sql, [tx.today]), tx.today);
}
