import { z } from 'zod';

type Schema = Parameters<typeof z.fromJSONSchema>[0];

const entity: Schema = {
  type: 'object',
  required: ['type', 'id'],
  properties: { type: { type: 'string' }, id: { type: 'string' }, properties: { type: 'object' } },
};

/** The rules of the published schemas `authzen-evaluation-request` and `-response`, without what they tell people. */
const request = z.fromJSONSchema({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  required: ['subject', 'resource', 'action'],
  properties: {
    subject: entity,
    resource: entity,
    action: {
      type: 'object',
      required: ['name'],
      properties: { name: { type: 'string' }, properties: { type: 'object' } },
    },
    context: { type: 'object' },
  },
});
const response = z.fromJSONSchema({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  required: ['decision'],
  properties: { decision: { type: 'boolean' }, context: { type: 'object' } },
});

/** What has no published schema, by the text of the standard: 7, 8 and 9 of the Authorization API 1.0. */
const evaluations = z.looseObject({ evaluations: z.array(response) });
const page = z.looseObject({
  next_token: z.string(),
  count: z.int().nonnegative().optional(),
  total: z.int().nonnegative().optional(),
});
const found = (result: z.ZodType) => z.looseObject({ results: z.array(result), page: page.optional() });
const thing = z.looseObject({ type: z.string(), id: z.string() });
const action = z.looseObject({ name: z.string() });
const search = z.looseObject({
  page: z.looseObject({ token: z.string().optional(), limit: z.int().optional() }).optional(),
});
const endpoint = z.url({ protocol: /^https?$/ });

export const metadata = z.looseObject({
  policy_decision_point: endpoint,
  access_evaluation_endpoint: endpoint,
  access_evaluations_endpoint: endpoint.optional(),
  search_subject_endpoint: endpoint.optional(),
  search_resource_endpoint: endpoint.optional(),
  search_action_endpoint: endpoint.optional(),
  capabilities: z.array(z.string().startsWith('urn:')).optional(),
});

interface Batch {
  readonly evaluations?: readonly object[];
}

/** A batch is several requests, each with what the whole one says where it says nothing; without any it is one. */
const inBatch = z.custom<Batch>().check(({ value: { evaluations: each, ...whole }, issues }) => {
  for (const one of each?.length ? each : [{}])
    for (const issue of request.safeParse({ ...whole, ...one }).error?.issues ?? [])
      issues.push({ code: 'custom', message: issue.message, path: issue.path, input: one });
});

/** What is sent to each endpoint, and what it answers. */
export const shapes: Readonly<Record<string, { readonly request: z.ZodType; readonly response: z.ZodType }>> = {
  evaluation: { request, response },
  evaluations: { request: inBatch, response: z.union([evaluations, response]) },
  'search/subject': { request: search, response: found(thing) },
  'search/resource': { request: search, response: found(thing) },
  'search/action': { request: search, response: found(action) },
};
