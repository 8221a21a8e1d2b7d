import { z } from 'zod';
import { EvaluationRequest } from './authzen.dto.js';
import { evaluationRequestExample as asked } from './authzen.examples.js';

const { subject, resource, action, context } = EvaluationRequest.shape;
const idle = z.string().max(200).optional().describe('Not looked at.');

const page = z
  .object({
    token: z.string().max(2000).optional().describe('`next_token` of the page before.'),
    limit: z.int().nonnegative().optional().describe('How many at most; 50 unless given, 200 at most.'),
  })
  .optional();

export const SubjectSearch = z
  .object({ subject: subject.extend({ id: idle }), resource, action, context, page })
  .meta({ id: 'SubjectSearch', examples: [{ ...asked, subject: { type: 'function-in-unit' } }] });
export type SubjectSearch = z.infer<typeof SubjectSearch>;

export const ResourceSearch = z
  .object({ subject, resource: resource.extend({ id: idle }), action, context, page })
  .meta({ id: 'ResourceSearch', examples: [{ ...asked, resource: { type: 'referral' }, page: { limit: 20 } }] });
export type ResourceSearch = z.infer<typeof ResourceSearch>;

export const ActionSearch = z
  .object({ subject, resource, context, page })
  .meta({ id: 'ActionSearch', examples: [{ subject: asked.subject, resource: asked.resource }] });
export type ActionSearch = z.infer<typeof ActionSearch>;

const pageInfo = z.strictObject({
  next_token: z.string().describe('Empty on the last page.'),
  count: z.int().nonnegative(),
  total: z.int().nonnegative(),
});
const resultsOf = <S extends z.ZodType>(result: S) => z.strictObject({ results: z.array(result), page: pageInfo });

export const Found = resultsOf(z.strictObject({ type: z.string(), id: z.string() })).meta({ id: 'Found' });
export type Found = z.infer<typeof Found>;
export const FoundActions = resultsOf(z.strictObject({ name: z.string() })).meta({ id: 'FoundActions' });
export type FoundActions = z.infer<typeof FoundActions>;
