import { programme } from './world.js';

/** By code; of a part `figure: part`. */
export type Figures = Record<string, number | null>;

interface Text {
  readonly da: string;
  readonly en: string;
}

/** What reporting answers of a programme's year, as far as the story looks. */
export interface Report {
  readonly figures: readonly {
    readonly code: string;
    readonly name: Text;
    readonly definition: Text;
    readonly value: number | null;
    readonly denominator: { readonly definition: Text } | null;
    readonly parts: readonly {
      readonly code: string;
      readonly name: Text | null;
      readonly value: number;
    }[];
  }[];
}

/** The story's year. */
export const figuresQuery = `programme=${programme}&from=2027-01-01&to=2027-12-31`;
export const figuresAddress = `/reporting/v1/figures?${figuresQuery}`;
