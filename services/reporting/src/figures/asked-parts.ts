import type { Look } from '@helhed/access';
import type { FigureCode } from '@helhed/contracts';
import type { Text } from '@helhed/kernel';
import { mark } from '../releases/range.js';
import type { Families } from './counts.js';
import type { AskedParts } from './figure.js';
import type { Period } from './selected-rows.js';

const reasons = {
  'settled-year-only': {
    da: 'Delt op vises tallet kun for et helt kalenderår, og først fra den 1. februar året efter: af andre perioder kunne man regne sig frem til en enkelt families del.',
    en: 'In parts the figure is shown of a whole calendar year alone, from 1 February after it: from other periods one could reckon a single family’s part.',
  },
  'few-or-barred': {
    da: `Tallet vises ikke delt op: der er færre end ${mark} familier i det, eller en af dem må ikke tælles med for dig.`,
    en: `The figure is not shown in parts: fewer than ${mark} families are in it, or one of them may not be counted for you.`,
  },
  'not-answered': {
    da: 'Tallet kan ikke deles op endnu: ikke alle, der er spurgt, har svaret.',
    en: 'The figure cannot be shown in parts yet: not everybody who was asked has answered.',
  },
} as const satisfies Record<string, Text>;
export type PartsReason = keyof typeof reasons;

/** What an answer says of the parts of such a figure: they are told, as counted on a day, or withheld. */
export type PartsTold =
  | { readonly on: string; readonly parts: readonly { readonly code: string; readonly value: number }[] }
  | { readonly withheld: { readonly reason: PartsReason; readonly text: Text } };

export const withheld = (reason: PartsReason): PartsTold => ({ withheld: { reason, text: reasons[reason] } });

/**
 * The calendar year that the period is, once it has been over for a month; else undefined. Years have no day in common, so
 * nothing is left over when the parts of one are taken from another's.
 */
export function settledYear({ from, to }: Pick<Period, 'from' | 'to'>, today: string): number | undefined {
  const year = Number(from.slice(0, 4));
  const isWhole = from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`;
  return isWhole && today >= `${String(year + 1).padStart(4, '0')}-02-01` ? year : undefined;
}

/** The figure's parts in the period. @param families counted where the period is a settled year */
export async function askedParts(
  look: Look,
  code: FigureCode,
  asked: AskedParts,
  period: Period,
  families: Families,
): Promise<PartsTold> {
  const year = settledYear(period, look.tx.today);
  if (year === undefined) return withheld('settled-year-only');
  // all or nothing, so that what two are told, or one before and after, differs by nobody
  if (families.counted < mark || families.counted < families.all) return withheld('few-or-barred');
  const told = (await find(look, code, period, year)) ?? (await tell(look, code, asked, period, year));
  return told ?? withheld('not-answered');
}

interface Row {
  readonly on: string;
  readonly parts: Readonly<Record<string, number>>;
}

async function find(
  { tx }: Look,
  code: FigureCode,
  { programme }: Period,
  year: number,
): Promise<PartsTold | undefined> {
  const [row] = await tx.query<Row>(
    `SELECT told_on::text AS on, parts FROM parts_of_year
     WHERE municipality = helhed.tenant() AND programme = $1 AND figure = $2 AND year = $3`,
    [programme, code, year],
  );
  return row && { on: row.on, parts: Object.entries(row.parts).map(([part, value]) => ({ code: part, value })) };
}

/** Once, when all that was asked of the year is answered: what is corrected or erased later would tell by the difference whose it was. */
async function tell(
  look: Look,
  code: FigureCode,
  { parts, things }: AskedParts,
  period: Period,
  year: number,
): Promise<PartsTold | undefined> {
  const { tx } = look;
  await tx.query(
    `INSERT INTO parts_of_year (municipality, programme, figure, year, told_on, parts)
     SELECT $1, $2, $5, $6, $7, (
       SELECT coalesce(jsonb_object_agg(part, count), '{}') FROM (
         SELECT part, sum(count)::int AS count FROM (${parts}) AS each WHERE count > 0 GROUP BY part) AS summed)
     WHERE NOT EXISTS (SELECT FROM claim_due d WHERE d.municipality = $1 AND d.thing_id IN (${things}))
     ON CONFLICT DO NOTHING`,
    [tx.municipality, period.programme, period.from, period.to, code, year, tx.today],
  );
  return find(look, code, period, year);
}
