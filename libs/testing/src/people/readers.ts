interface Transaction {
  query(sql: string, values: unknown[]): Promise<unknown>;
}

/** Says that these functions can be held, in the service's copy: `visitation:triager`. */
export async function holdFunctions(tx: Transaction, ...pairs: string[]): Promise<void> {
  await tx.query(
    `INSERT INTO helhed.unit_function (municipality, unit, function)
     SELECT helhed.tenant(), split_part(pair, ':', 1), split_part(pair, ':', 2) FROM unnest($1::text[]) AS pair
     ON CONFLICT DO NOTHING`,
    [pairs],
  );
}

interface Reader {
  readonly unit: string;
  readonly function: string | null;
  readonly relation: string;
  readonly category: string;
}

/** The categories by who sees them: `visitation:triager`, and of a link `familiestuen:link`. */
export function seenBy(readers: readonly Reader[]): Record<string, string[]> {
  const groups = Map.groupBy(readers, ({ unit, function: name, relation }) => `${unit}:${name ?? relation}`);
  return Object.fromEntries(
    [...groups].map(([who, same]) => [who, [...new Set(same.map(({ category }) => category))].toSorted()]),
  );
}
