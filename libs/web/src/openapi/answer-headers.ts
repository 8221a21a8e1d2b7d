import type { OpenAPIObject } from '@nestjs/swagger';

type Operation = NonNullable<OpenAPIObject['paths'][string]['post']>;
type Schemas = NonNullable<OpenAPIObject['components']>['schemas'];
interface Media {
  readonly schema?: { readonly $ref?: string; readonly properties?: object };
}

const text = (description: string, example: string) => ({ description, schema: { type: 'string' as const, example } });
const etag = text('Of what is shown to whom; for If-Match.', '"3-Uk9hU2h0SWpWb3Z0c2FzNw"');
const location = (path: string) => text('Where what was made is.', `${path}/0198a1b2-0000-7000-8000-000000000001`);
const movedTo = text('Where it is now.', '/family-plan/v1/families/0198a1b2-0000-7000-8000-000000000001');
const retryAfter = { description: 'Seconds after which to try again.', schema: { type: 'integer' as const } };

/** Adds the headers that the server sets by the form of an answer: see server/answer-headers.ts. */
export function describeHeaders(
  path: string,
  responses: Operation['responses'],
  schemas: Schemas,
): Operation['responses'] {
  return Object.fromEntries(
    Object.entries(responses).map(([status, answer]) => {
      if (!answer || '$ref' in answer) return [status, answer];
      const headers = {
        ...(status.startsWith('2') && hasVersion(answer.content?.['application/json'], schemas) ? { ETag: etag } : {}),
        ...(status === '308' ? { Location: movedTo } : {}),
        ...(status === '201' ? { Location: location(path) } : {}),
        ...(answer.content?.['application/problem+json'] && status === '503' ? { 'Retry-After': retryAfter } : {}),
      };
      return [status, Object.keys(headers).length > 0 ? { ...answer, headers } : answer];
    }),
  );
}

function hasVersion(media: Media | undefined, schemas: Schemas): boolean {
  const name = media?.schema?.$ref?.split('/').at(-1) ?? '';
  const schema = (schemas?.[name] as Media['schema']) ?? media?.schema;
  return Object.hasOwn(schema?.properties ?? {}, 'version');
}
