import type { Violation } from '../violation.ts';
import { breaking } from './breaking.ts';
import { compareSchemas } from './compare-schemas.ts';
import { describe, resolve } from './schema.ts';
import type { Schema } from './schema.ts';

interface Body {
  readonly required?: boolean;
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: Schema;
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Body;
  readonly responses?: Readonly<Record<string, Body>>;
}

export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** An operation's two versions, each with the document that its references point into. */
interface Pair {
  readonly route: string;
  readonly before: { readonly operation: Operation; readonly root: Schema };
  readonly after: { readonly operation: Operation; readonly root: Schema };
}

const verbs = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'];

/** What a caller written against the released document would run into today. */
export function openApiChanges(released: OpenApi, today: OpenApi): Violation[] {
  return Object.entries(released.paths).flatMap(([path, operations]) =>
    verbs
      .filter((verb) => operations[verb])
      .flatMap((verb): Violation[] => {
        const route = `${verb.toUpperCase()} ${path}`;
        const operation = today.paths[path]?.[verb];
        if (!operation) return [{ where: route, message: 'removed.' }];
        const pair = {
          route,
          before: { operation: operations[verb] as Operation, root: released as unknown as Schema },
          after: { operation, root: today as unknown as Schema },
        };
        const found = [...parameterChanges(pair), ...requestChanges(pair), ...answerChanges(pair)];
        return found.map((message) => ({ where: route, message: `${message}.` }));
      }),
  );
}

const find = ({ operation, root }: Pair['before'], wanted: Parameter): Parameter | undefined =>
  parametersOf({ operation, root }).find(({ name, in: place }) => name === wanted.name && place === wanted.in);

const parametersOf = ({ operation, root }: Pair['before']): Parameter[] =>
  (operation.parameters ?? []).map((each) => resolve(each as unknown as Schema, root) as unknown as Parameter);

function parameterChanges({ before, after }: Pair): string[] {
  return parametersOf(after).flatMap((parameter) => {
    const was = find(before, parameter);
    const said = `${parameter.in} parameter ${parameter.name}`;
    if (parameter.required && !was?.required) return [`${said} is now required`];
    return was
      ? compare(was.schema, parameter.schema, { before, after }, 'request').map((change) => `${said}: ${change}`)
      : [];
  });
}

function requestChanges({ before, after }: Pair): string[] {
  const [was, is] = [before.operation.requestBody, after.operation.requestBody];
  if (is?.required && !was?.required) return ['a body is now required'];
  return bodyChanges(was, is, { before, after }, 'request').map((change) => `body: ${change}`);
}

function answerChanges({ before, after }: Pair): string[] {
  const good = Object.entries(before.operation.responses ?? {}).filter(([status]) => status.startsWith('2'));
  return good.flatMap(([status, was]) => {
    const is = after.operation.responses?.[status];
    if (!is) return [`answers ${status} no more`];
    return bodyChanges(was, is, { before, after }, 'answer').map((change) => `${status}: ${change}`);
  });
}

type Roots = Pick<Pair, 'before' | 'after'>;

function bodyChanges(was: Body | undefined, is: Body | undefined, roots: Roots, use: 'request' | 'answer'): string[] {
  return Object.entries(was?.content ?? {}).flatMap(([type, { schema }]) => {
    const now = is?.content?.[type];
    return now ? compare(schema, now.schema, roots, use) : [`${type} is gone`];
  });
}

function compare(
  was: Schema | undefined,
  is: Schema | undefined,
  { before, after }: Roots,
  use: 'request' | 'answer',
): string[] {
  const changes = compareSchemas({ root: before.root, schema: was ?? {} }, { root: after.root, schema: is ?? {} });
  return breaking(changes, use).map(describe);
}
