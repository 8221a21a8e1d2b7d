import type { OpenAPIObject } from '@nestjs/swagger';
import { describeHeaders } from './answer-headers.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['post']>;
const methods = ['get', 'put', 'post', 'delete', 'patch'] as const;

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const actingFunction = {
  name: 'Helhed-Function',
  in: 'header' as const,
  required: false,
  description: 'The unit and function to act in; needed only by who holds several.',
  schema: {
    type: 'string' as const,
    pattern: '^[a-z0-9]+(-[a-z0-9]+)*:[a-z]+(-[a-z]+)*$',
    example: 'db-solsikken:pedagogue',
  },
};

/** Adds to each operation the problems that its form makes possible, so that no controller repeats them. */
export function complete(document: OpenAPIObject): OpenAPIObject {
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      const operation = item[method];
      if (!operation) continue;
      if (secured(operation)) operation.parameters = [...(operation.parameters ?? []), actingFunction];
      const responses = { ...problemsOf(method, operation), ...operation.responses };
      operation.responses = describeHeaders(path, responses, document.components?.schemas);
    }
  }
  document.paths = Object.fromEntries(Object.entries(document.paths).sort(([a], [b]) => (a < b ? -1 : 1)));
  return document;
}

function problemsOf(method: string, operation: Operation): Operation['responses'] {
  const given = (place: string, name?: string) =>
    (operation.parameters ?? []).some(
      (one) => 'in' in one && one.in === place && (name === undefined || one.name === name),
    );
  const changes = method !== 'get';
  const possible: [number, string, boolean][] = [
    [
      400,
      'The shape is wrong; `errors` names the fields and headers.',
      given('query') || 'requestBody' in operation || given('header'),
    ],
    [401, 'No valid token.', secured(operation)],
    [403, 'The function may not do this.', secured(operation)],
    [404, 'It does not exist or is out of reach.', given('path')],
    [409, 'Its state does not allow this, or somebody else was first.', changes],
    [412, 'It has changed since it was read.', given('header', 'If-Match')],
    [413, 'The body is too large.', 'requestBody' in operation],
    [415, 'The body is not JSON.', 'requestBody' in operation],
    [422, 'A rule says no.', changes],
    [428, 'If-Match is missing.', given('header', 'If-Match')],
    [503, 'Something the service builds on does not answer; see Retry-After.', true],
  ];
  return Object.fromEntries(
    possible.filter(([, , applies]) => applies).map(([status, text]) => [status, problem(text)]),
  );
}

const secured = (operation: Operation): boolean => (operation.security ?? []).length > 0;
