import type { Tx } from '@helhed/database';

/** The municipality's count of access taken away, as it stands. */
export async function currentEpoch(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ value: string }>(
    'SELECT value FROM epoch_counter WHERE municipality = helhed.tenant()',
  );
  return Number(row?.value ?? 0);
}

/** The same, which nobody raises before this transaction has ended. */
export async function holdEpoch(tx: Tx): Promise<number> {
  const held = () =>
    tx.query<{ value: string }>('SELECT value FROM epoch_counter WHERE municipality = helhed.tenant() FOR SHARE');
  const [row] = await held();
  if (row) return Number(row.value);
  await tx.query('INSERT INTO epoch_counter (municipality, value) VALUES (helhed.tenant(), 0) ON CONFLICT DO NOTHING');
  const [made] = await held();
  return Number((made as { value: string }).value);
}
