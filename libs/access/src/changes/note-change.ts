import type { Tx } from '@helhed/database';

/** A change of something that a unit hears of: an id and a type, and nothing of anybody. */
export interface UnitChange {
  readonly unit: string;
  readonly thing: string;
  /** Such as `referral.accepted` */
  readonly type: string;
}

/** Noted in the transaction of the change itself. It has no number yet: writers of one unit do not wait for each other. */
export async function noteChange(tx: Tx, { unit, thing, type }: UnitChange): Promise<void> {
  await tx.query(
    'INSERT INTO helhed.unit_change (municipality, unit, thing, type, at) VALUES (helhed.tenant(), $1, $2, $3, $4)',
    [unit, thing, type, tx.now],
  );
}
