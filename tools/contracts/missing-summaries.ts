import type { Violation } from '../violation.ts';

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly responses?: Readonly<Record<string, { readonly description?: string }>>;
}

export interface Summarised {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** Each route says what it does, in English and in Danish; that is not what it answers. */
export function missingSummaries({ paths }: Summarised): Violation[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { summary, description, responses = {} }]) => {
      const where = `${method.toUpperCase()} ${path}`;
      if (!summary || !description) return [{ where, message: 'does not say what it does: @Returns({ summary }).' }];
      const repeated = Object.values(responses).some((answer) => answer.description === summary);
      return repeated ? [{ where, message: 'says what it answers where it should say what it does.' }] : [];
    }),
  );
}
