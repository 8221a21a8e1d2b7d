/** A figure beside what quality.md asks of it. */
export interface Mark {
  readonly what: string;
  readonly figure: number;
  readonly unit: string;
  readonly atLeast?: number;
  readonly atMost?: number;
}

export interface Table {
  readonly title: string;
  readonly rows: readonly Readonly<Record<string, string | number>>[];
}

/** What a run has found; written as JSON as it stands. */
export interface Findings {
  readonly tables: readonly Table[];
  readonly marks: readonly Mark[];
  readonly notes?: readonly string[];
}

export interface Bench {
  readonly about: string;
  run(say: (line: string) => void): Promise<Findings>;
}

export const isReached = ({ figure, atLeast = -Infinity, atMost = Infinity }: Mark): boolean =>
  figure >= atLeast && figure <= atMost;
