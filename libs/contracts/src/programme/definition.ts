import type { z } from 'zod';
import { findInconsistencies } from './consistency.js';
import { definitionShape } from './definition-shape.js';
import { duplicates, type Inconsistency } from './inconsistency.js';
import { publishedShape } from './published-shape.js';
import { codesOf, reasonInconsistencies } from './reasons.js';
import { ruleText } from './rules.js';

/** A programme as data: what travels in `referral.programme-published`, and is kept. */
export const programmeDefinition = publishedShape.superRefine((definition, context) => {
  const { answer, reasons = [] } = definition;
  tell(context, [
    ...findInconsistencies(definition),
    ...duplicates(codesOf(answer?.reasons ?? []), ['answer', 'reasons'], ['code']),
    ...duplicates(codesOf(reasons), ['reasons'], ['code']),
  ]);
});
export type ProgrammeDefinition = z.infer<typeof programmeDefinition>;

/** What a municipality writes to run a programme: what is published from now on. */
export const newDefinition = definitionShape.superRefine((definition, context) => {
  const { reasons, figures } = definition;
  tell(context, [...findInconsistencies(definition), ...reasonInconsistencies(reasons, figures)]);
});

type Context = Pick<z.core.$RefinementCtx, 'addIssue'>;

function tell(context: Context, inconsistencies: readonly Inconsistency[]): void {
  for (const { path, rule, value } of inconsistencies)
    context.addIssue({ code: 'custom', path: [...path], params: { rule, value, ...ruleText(rule, value) } });
}
