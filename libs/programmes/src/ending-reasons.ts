import { ruleText, type EndingStep, type ProgrammeDefinition } from '@helhed/contracts';
import type { FieldError, Text } from '@helhed/kernel';

type Reasons = Pick<ProgrammeDefinition, 'answer' | 'reasons'>;

/**
 * What is wrong with the code that a referral is to end with, by the definition that it came in under; nothing where it can
 * be used. The code itself is not repeated: somebody may have written a name. A definition from before there were steps
 * lists its codes for every step, and one without any list takes each code.
 */
export function checkReason(definition: Reasons, step: EndingStep, field: string, code: string): FieldError[] {
  const listed = [...(definition.reasons ?? []), ...(definition.answer?.reasons ?? []).map(forEveryStep)];
  const codes = listed.filter(({ steps = [step] }) => steps.includes(step)).map((reason) => reason.code);
  if (listed.length === 0 || codes.includes(code)) return [];
  return [{ field, rule: 'not-one-of', message: ruleText('not-one-of', [...new Set(codes)].join(', ')) }];
}

const forEveryStep = ({ code }: { code: string }): { code: string; steps?: EndingStep[] } => ({ code });

/** What the code reads as in a letter; undefined where the definition has no words for it. */
export const reasonText = ({ answer, reasons = [] }: Reasons, code: string): Text | undefined =>
  [...(answer?.reasons ?? []), ...reasons].find((reason) => reason.code === code)?.text;
