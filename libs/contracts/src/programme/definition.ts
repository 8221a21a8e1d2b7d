import type { z } from 'zod';
import { findInconsistencies } from './consistency.js';
import { definitionShape } from './definition-shape.js';
import { ruleText } from './rules.js';

/** A programme as data: what a municipality writes to run it, and what travels in `referral.programme-published`. */
export const programmeDefinition = definitionShape.superRefine((definition, context) => {
  for (const { path, rule, value } of findInconsistencies(definition)) {
    context.addIssue({ code: 'custom', path: [...path], params: { rule, value, ...ruleText(rule, value) } });
  }
});
export type ProgrammeDefinition = z.infer<typeof programmeDefinition>;
