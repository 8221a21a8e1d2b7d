import { clientTypes } from './client-types.ts';
import type { Described } from './client-types.ts';
import { typeOf } from './type-of.ts';
import type { Schema } from './schema.ts';

const folder = 'libs/client/src/generated';
const written = (api: Described) => clientTypes(new Map([['harbour', api]]));
const json = (schema: Schema) => ({ content: { 'application/json': { schema } } });
const boat: Schema = { $ref: '#/components/schemas/Boat' };

it('a route becomes a line of what is asked and what is answered', () => {
  const parameters = [
    { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
    { name: 'since', in: 'query', required: false, description: 'A day.', schema: { type: 'string' } },
    { name: 'If-Match', in: 'header', required: true, schema: { type: 'string' } },
  ];
  const post = {
    summary: 'Rename a boat',
    parameters,
    requestBody: { required: true, ...json({ $ref: '#/components/schemas/RenameBoat' }) },
    responses: { '200': json(boat), '201': json(boat), '422': json({ type: 'null' }) },
  };
  const schemas = { Boat: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] } };
  const file = written({ paths: { '/harbour/v1/boats/{id}:rename': { post } }, components: { schemas } });
  expect(file.get(`${folder}/harbour.ts`)?.split('\n').slice(2)).toEqual([
    '/** Method and path → what is asked and what is answered. */',
    'export interface Routes {',
    '  /** Rename a boat */',
    `  'POST /harbour/v1/boats/{id}:rename': {`,
    '    path: {',
    '      id: string;',
    '    };',
    '    query?: {',
    '      /** A day. */',
    '      since?: string;',
    '    };',
    '    body: RenameBoat;',
    '    ifMatch: number | string;',
    '    answers: {',
    `      'application/json': Boat;`,
    '    };',
    '  };',
    '}',
    '',
    'export type Boat = {',
    '  name: string;',
    '};',
    '',
  ]);
});

it('the commands that take an Idempotency-Key are listed, and no others', () => {
  const header = { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string' } };
  const [get, put] = [{ responses: {} }, { responses: {} }];
  const post = { parameters: [header], responses: {} };
  const text = written({ paths: { '/harbour/v1/boats': { get, put, post } } }).get(`${folder}/keyed.ts`);
  expect(text?.match(/^ {2}'.*',$/gm)).toEqual([`  'POST /harbour/v1/boats',`]);
});

it.each<[Schema, string]>([
  [{ type: ['string', 'null'], maxLength: 9 }, 'string | null'],
  [{ anyOf: [{ type: 'string' }, { type: 'integer' }, { type: 'number' }] }, 'string | number'],
  [{ enum: ['a', "it's"] }, String.raw`'a' | 'it\'s'`],
  [{ type: 'string', const: 'due' }, `'due'`],
  [
    { type: 'array', items: { type: 'array', items: { type: ['string', 'null'] } } },
    'readonly (readonly (string | null)[])[]',
  ],
  [{ type: 'object', additionalProperties: { type: 'boolean' } }, 'Record<string, boolean>'],
  [{ type: 'object' }, 'Record<string, unknown>'],
  [{ type: 'object', properties: { 'a-b': {} } }, `{\n  'a-b'?: unknown;\n}`],
  [
    { type: 'array', items: { type: 'object', properties: { a: { type: ['null', 'integer'] } } } },
    'readonly {\n  a?: null | number;\n}[]',
  ],
])('%j is %s', (schema, type) => expect(typeOf(schema, '')).toBe(type));

it('what it cannot say in TypeScript it does not leave out in silence', () => {
  expect(() => typeOf({ type: 'object', patternProperties: {} }, '')).toThrow('patternProperties has no type here');
  expect(() => typeOf({ type: 'object', properties: { a: {} }, additionalProperties: { type: 'null' } }, '')).toThrow(
    'named and of unnamed',
  );
});
