/** What Stryker's JSON report says of each mutant, as far as a score needs it. */
export interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>;
}

/** How many mutants the specs noticed, of how many that could be noticed. */
export interface Score {
  readonly noticed: number;
  readonly of: number;
}

/** An endless loop was noticed too; one that does not compile, or is left out by a comment, counts on no side. */
export function scoreOf(reports: readonly Report[]): Score {
  const statuses = reports.flatMap(({ files }) =>
    Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status)),
  );
  const count = (...named: string[]) => statuses.filter((status) => named.includes(status)).length;
  const noticed = count('Killed', 'Timeout');
  return { noticed, of: noticed + count('Survived', 'NoCoverage') };
}

/** In percent; where there is nothing to notice, nothing was. */
export const percent = ({ noticed, of }: Score): number => (of === 0 ? 0 : (noticed * 100) / of);
