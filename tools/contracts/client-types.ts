import { property, typeOf } from './type-of.ts';
import type { Schema } from './schema.ts';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: Schema;
}

type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

/** What is read here of an OpenAPI document. */
export interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

const folder = 'libs/client/src/generated';
const heading = (from: string) =>
  `// Written by \`npm run contracts:write\` from ${from}; CI fails when it is stale. Not to be changed by hand.\n\n`;

/** Path → text of what libs/client is typed from: a file for each service, and which commands take an Idempotency-Key. */
export function clientTypes(apis: ReadonlyMap<string, Described>): Map<string, string> {
  const files = new Map([...apis].map(([service, api]) => [`${folder}/${service}.ts`, moduleOf(service, api)]));
  const keyed = [...apis.values()].flatMap((api) =>
    operationsOf(api).flatMap(([route, operation]) => (needs(operation, 'Idempotency-Key') ? [`  '${route}',`] : [])),
  );
  const about = '/** Commands that happen once however often they are sent with one Idempotency-Key. */\n';
  const set = `export const keyed: ReadonlySet<string> = new Set([\n${keyed.join('\n')}\n]);\n`;
  return files.set(`${folder}/keyed.ts`, `${heading('docs/openapi')}${about}${set}`);
}

function moduleOf(service: string, api: Described): string {
  const schemas = Object.entries(api.components?.schemas ?? {});
  const routes = operationsOf(api).map(([route, operation]) => routeOf(route, operation));
  return [
    heading(`docs/openapi/${service}.json`),
    '/** Method and path → what is asked and what is answered. */\n',
    `export interface Routes {\n${routes.join('')}}\n`,
    ...schemas.map(([name, schema]) => {
      if (name === 'Routes' || !/^[A-Z]\w*$/.test(name)) throw new Error(`${name} cannot be the name of a type`);
      return `\nexport type ${name} = ${typeOf(schema, '')};\n`;
    }),
  ].join('');
}

function routeOf(route: string, operation: Operation): string {
  const { parameters = [], requestBody, responses } = operation;
  const body = requestBody?.content['application/json']?.schema;
  const lines = [
    group('path', parameters),
    group('query', parameters),
    body ? property('body', body, requestBody?.required === true, '    ') : '',
    needs(operation, 'If-Match') ? '    ifMatch: number | string;\n' : '',
    `    answers: {\n${answersOf(responses).join('')}    };\n`,
  ];
  const about = operation.summary ? `  /** ${operation.summary.replaceAll('*/', '*\\/')} */\n` : '';
  return `${about}  '${route}': {\n${lines.join('')}  };\n`;
}

function group(where: 'path' | 'query', parameters: readonly Parameter[]): string {
  const own = parameters.filter((each) => each.in === where);
  if (own.length === 0) return '';
  const lines = own.map(({ name, schema, required = false, description }) =>
    property(name, { description, ...schema }, where === 'path' || required, '      '),
  );
  const optional = own.every(({ required = false }) => where !== 'path' && !required);
  return `    ${where}${optional ? '?' : ''}: {\n${lines.join('')}    };\n`;
}

/** The content types of what is answered when it goes well, each with its type. */
function answersOf(responses: Operation['responses']): string[] {
  const types = new Map<string, Set<string>>();
  for (const [status, { content = {} }] of Object.entries(responses)) {
    if (!status.startsWith('2')) continue;
    for (const [type, { schema = {} }] of Object.entries(content))
      types.set(type, (types.get(type) ?? new Set()).add(typeOf(schema, '      ')));
  }
  return [...types].map(([type, found]) => `      '${type}': ${[...found].join(' | ')};\n`);
}

const methods = ['get', 'put', 'post', 'delete', 'patch'];
const operationsOf = ({ paths }: Described): [route: string, operation: Operation][] =>
  Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([method]) => methods.includes(method))
      .map(([method, operation]): [string, Operation] => [`${method.toUpperCase()} ${path}`, operation]),
  );

const needs = ({ parameters = [] }: Operation, header: string): boolean =>
  parameters.some((each) => each.in === 'header' && each.name === header);
