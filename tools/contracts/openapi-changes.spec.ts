import { openApiChanges } from './openapi-changes.ts';
import type { OpenApi } from './openapi-changes.ts';

const path = '/consent/v1/bases';
const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const object = (properties: object, required: string[] = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
});
const text = { type: 'string' };

const parts = {
  parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer', maximum: 100 } }] as object[],
  requestBody: { required: true, ...json({ $ref: '#/components/schemas/Basis' }) } as object,
  responses: { '201': json(object({ id: text, kind: { enum: ['consent', 'statute'] } })), '400': json({}) } as object,
  basis: object({ kind: text, note: text }, ['kind']) as object,
};

/** A document with one route, in which `changed` differs from the released one. */
const document = (changed: Partial<typeof parts> = {}): OpenApi => {
  const { basis, ...post } = { ...parts, ...changed };
  return { paths: { [path]: { post } }, components: { schemas: { Basis: basis } } } as unknown as OpenApi;
};
const found = (today: OpenApi): string[] =>
  openApiChanges(document(), today).map(({ where, message }) => `${where} ${message}`);

it('the same document breaks nobody, nor does a new route', () => {
  const { paths } = document();
  expect(found({ ...document(), paths: { ...paths, '/consent/v1/other': paths[path] ?? {} } })).toEqual([]);
});

describe('a planted break is named', () => {
  it.each<[string, OpenApi, string]>([
    ['a removed route', { paths: {} }, 'removed'],
    ['a removed verb', { paths: { [path]: { get: {} } } }, 'removed'],
    [
      'a parameter that must now be there',
      document({ parameters: [{ name: 'Idempotency-Key', in: 'header', required: true }] }),
      'header parameter Idempotency-Key is now required',
    ],
    [
      'a narrower parameter',
      document({ parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer', maximum: 50 } }] }),
      'query parameter limit: the whole: constraint tightened (maximum 100 became 50)',
    ],
    [
      'a field that must now be sent',
      document({ basis: object({ kind: text, note: text }) }),
      'body: note: became required',
    ],
    ['a field that is no longer taken', document({ basis: object({ kind: text }) }), 'body: note: field removed'],
    [
      'an answer without a field',
      document({ responses: { '201': json(object({ id: text })) } }),
      '201: kind: field removed',
    ],
    [
      'an answer with a new code',
      document({ responses: { '201': json(object({ id: text, kind: { enum: ['consent', 'statute', 'vital'] } })) } }),
      '201: kind: enum widened (also vital)',
    ],
    ['another status', document({ responses: { '200': json({}) } }), 'answers 201 no more'],
    [
      'another content type',
      document({ responses: { '201': { content: { 'text/plain': {} } } } }),
      '201: application/json is gone',
    ],
  ])('%s', (_, today, message) => expect(found(today)).toEqual([expect.stringContaining(`POST ${path} ${message}`)]));
});

it('what callers need not know of is free', () => {
  const today = document({
    parameters: [...parts.parameters, { name: 'cursor', in: 'query', schema: text }],
    basis: object({ kind: text, note: text, evidence: text }, []),
    responses: { '201': json(object({ id: text, kind: { enum: ['consent'] }, etag: text })), '409': json({}) },
  });
  expect(found(today)).toEqual([]);
});
