import { basisEnd, date, id, instant } from '@helhed/contracts';
import { z } from 'zod';

/** What of a basis has been taken away: ids, dates and times, and nothing of what it was for. */
export const takenBasis = z.strictObject({
  basis: id,
  ended: basisEnd.nullable(),
  endedAt: instant.nullable(),
  validTo: date.nullable().describe('The first day on which it no longer holds.'),
  givers: z.array(id).describe('Persons who took their consent back.'),
});
export type TakenBasis = z.infer<typeof takenBasis>;

/** The same, where only whom it covers no more is known, and not which of the givers took it back. */
export type FoundBasis = TakenBasis & { readonly withdrawn?: readonly string[] };

const takenRelation = z.strictObject({ relation: id });
const takenCustody = z.strictObject({ custody: id });
const takenLink = z.strictObject({ link: id });
/** What a raise of the epoch took away. Relations, custody and citizens' links are family-plan's, which tells of them again. */
export const taken = z.union([takenBasis, takenRelation, takenCustody, takenLink]);
export type Taken = z.infer<typeof taken>;

/** A raise, as the ledger outside the database has it. */
export const ledgerLine = z.strictObject({
  municipality: z.string().regex(/^\d{4}$/),
  epoch: z.int().positive(),
  family: id,
  taken: taken.nullable(),
  at: instant,
});
export type LedgerLine = z.infer<typeof ledgerLine>;
