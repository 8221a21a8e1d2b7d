import { rule } from '@helhed/web';
import { z } from 'zod';
import { evaluationRequestExample, evaluationsRequestExample } from './authzen.examples.js';

const text = z.string().min(1).max(200);
const properties = z.record(z.string(), z.unknown()).optional();

/** As the standard has them: what else a request holds is not looked at. */
const entity = z.object({ type: text, id: text, properties });
export type Entity = z.infer<typeof entity>;
const action = z.object({ name: text, properties });
const context = z.record(z.string(), z.unknown()).optional().describe('Not looked at: nothing here depends on it.');

const subject = entity.describe(
  '`person`, with the id of the account and `properties.function` a pair; or `function-in-unit`, whose id is a pair: whoever holds it.',
);
const resource = entity.describe('`referral` or `family`. `properties.category` asks about data of one category.');

export const EvaluationRequest = z
  .object({ subject, resource, action, context })
  .meta({ id: 'EvaluationRequest', examples: [evaluationRequestExample] });
export type EvaluationRequest = z.infer<typeof EvaluationRequest>;

const semantics = ['execute_all', 'deny_on_first_deny', 'permit_on_first_permit'] as const;
export type Semantic = (typeof semantics)[number];

const parts = z.object({
  subject: subject.optional(),
  resource: resource.optional(),
  action: action.optional(),
  context,
});

const missing = rule(
  'required',
  'Skal angives her eller for hele anmodningen.',
  'Needed here or for the whole request.',
);

export const EvaluationsRequest = parts
  .extend({
    evaluations: z.array(parts).max(100).optional(),
    options: z.looseObject({ evaluations_semantic: z.enum(semantics).optional() }).optional(),
  })
  .superRefine((body, issues) => {
    for (const [n, question] of questionsOf(body).entries())
      for (const field of ['subject', 'resource', 'action'] as const)
        if (question[field] === undefined)
          issues.addIssue({
            code: 'custom',
            path: isSingle(body) ? [field] : ['evaluations', n, field],
            ...missing,
          });
  })
  .meta({ id: 'EvaluationsRequest', examples: [evaluationsRequestExample] });
export type EvaluationsRequest = z.infer<typeof EvaluationsRequest>;

type Parts = z.infer<typeof parts>;
type Batch = Parts & { readonly evaluations?: readonly Parts[] | undefined };

/** Without questions of its own, a batch is one question, and answered as one. */
export const isSingle = ({ evaluations = [] }: Batch): boolean => evaluations.length === 0;

/** Each question, with what the whole request says where it says nothing. */
export function questionsOf(body: Batch): Parts[] {
  const { subject: whole, resource: what, action: how, context: where } = body;
  const defaults = { subject: whole, resource: what, action: how, context: where };
  return isSingle(body) ? [defaults] : (body.evaluations ?? []).map((each) => ({ ...defaults, ...each }));
}

const withheld = z.array(z.strictObject({ category: z.string(), reason: z.string(), person: z.string().optional() }));
export const EvaluationResponse = z
  .strictObject({
    decision: z.boolean(),
    context: z.strictObject({
      reason: z.string().describe('A slug of docs/access.md, section 10.'),
      reason_da: z.string(),
      reason_en: z.string(),
      bases: z
        .array(z.string())
        .describe('What it rests on; standing ones as `standing:<programme>:<purpose>:<layer>`.'),
      withheld: withheld.describe('What of the thing would not be shown.'),
    }),
  })
  .meta({ id: 'EvaluationResponse' });
export type EvaluationResponse = z.infer<typeof EvaluationResponse>;

export const EvaluationsResponse = z
  .union([z.strictObject({ evaluations: z.array(EvaluationResponse) }), EvaluationResponse])
  .meta({ id: 'EvaluationsResponse' });
export type EvaluationsResponse = z.infer<typeof EvaluationsResponse>;
