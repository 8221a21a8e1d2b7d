import type { Violation } from '../violation.ts';

interface Described {
  readonly example?: unknown;
  readonly examples?: unknown;
  readonly $ref?: string;
}

interface Media extends Described {
  readonly schema?: Described;
}

type Content = Readonly<Record<string, Media>>;

interface Operation {
  readonly requestBody?: { readonly content?: Content };
  readonly responses?: Readonly<Record<string, { readonly content?: Content }>>;
}

export interface Documented {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Described>> };
}

/** Each body that a client sends and each answer that it gets when all is well has content, and an example where it is JSON. */
export function missingExamples({ paths, components }: Documented): Violation[] {
  const named = (schema: Described = {}): Described =>
    components?.schemas?.[schema.$ref?.replace('#/components/schemas/', '') ?? ''] ?? schema;
  const shown = (media: Media): boolean =>
    [media, named(media.schema)].some((each) => 'example' in each || 'examples' in each);
  const faultOf = (content: Content | undefined): string | undefined => {
    if (!content || Object.keys(content).length === 0) return 'describes no content.';
    const json = content['application/json'];
    return json && !shown(json) ? 'has no example.' : undefined;
  };
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { requestBody, responses = {} }]) => {
      const places = [
        ...(requestBody ? [['its body', requestBody.content] as const] : []),
        ...Object.entries(responses)
          .filter(([status]) => status.startsWith('2') && status !== '204')
          .map(([status, { content }]) => [`its ${status}`, content] as const),
      ];
      return places.flatMap(([place, content]) => {
        const fault = faultOf(content);
        return fault ? [{ where: `${method.toUpperCase()} ${path}`, message: `${place} ${fault}` }] : [];
      });
    }),
  );
}
