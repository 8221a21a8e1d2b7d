import { breaking } from './breaking.ts';
import { compareSchemas } from './compare-schemas.ts';
import { describe as inWords } from './schema.ts';
import type { Schema } from './schema.ts';

const object = (properties: Record<string, Schema>, required = Object.keys(properties)): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const text: Schema = { type: 'string' };
const codes = (...values: string[]): Schema => ({ type: 'string', enum: values });
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });

const changes = (before: Schema, after: Schema) =>
  compareSchemas({ root: before, schema: before }, { root: after, schema: after });
const broken = (before: Schema, after: Schema, use: 'event' | 'request' | 'answer'): string[] =>
  breaking(changes(before, after), use).map(inWords);

const was = object({ id: text, reason: codes('moved', 'other'), on: { type: 'string', format: 'date' } });
const { id, reason, on } = was.properties as Record<string, Schema>;

it('the same schema has not changed, in whatever order and words', () => {
  expect(
    changes(
      was,
      object({ on: { ...on, description: 'a day' }, reason: reason as Schema, id: id as Schema }, [
        'on',
        'reason',
        'id',
      ]),
    ),
  ).toEqual([]);
});

describe('a planted change is found', () => {
  it.each<[string, Schema, string]>([
    ['a removed field', object({ id: text, reason: reason as Schema }), 'on: field removed'],
    ['a new field that is required', object({ ...was.properties, by: text }), 'by: required field added'],
    [
      'a new field that may be absent',
      object({ ...was.properties, by: text }, was.required as string[]),
      'by: optional field added',
    ],
    [
      'a field that may now be absent',
      object(was.properties as Record<string, Schema>, ['id', 'reason']),
      'on: became optional',
    ],
    [
      'another type',
      object({ ...was.properties, id: { type: 'integer' } }),
      'id: type narrowed (string became integer)',
    ],
    [
      'a field that may now be null',
      object({ ...was.properties, id: orNull(text) }),
      'id: type widened (one alternative more)',
    ],
    ['a code less', object({ ...was.properties, reason: codes('moved') }), 'reason: enum narrowed (without other)'],
    [
      'a code more',
      object({ ...was.properties, reason: codes('moved', 'other', 'new') }),
      'reason: enum widened (also new)',
    ],
    ['any text made a code', object({ ...was.properties, id: codes('a') }), 'id: enum narrowed (only a)'],
    [
      'a shorter maximum',
      object({ ...was.properties, id: { ...text, maxLength: 5 } }),
      'id: constraint tightened (maxLength none became 5)',
    ],
    [
      'a dropped format',
      object({ ...was.properties, on: text }),
      'on: constraint loosened (format "date" became none)',
    ],
    [
      'unknown fields taken',
      { ...was, additionalProperties: true },
      'the whole: constraint loosened (unknown fields taken)',
    ],
  ])('%s', (_, after, found) => expect(changes(was, after).map(inWords)).toContain(found));

  it('inside lists, records, references and alternatives', () => {
    const deep = (inner: Schema): Schema => ({
      ...object({
        list: { type: 'array', items: inner },
        map: { type: 'object', additionalProperties: inner },
        pointed: { $ref: '#/$defs/it' },
        either: { oneOf: [object({ kind: { const: 'a' }, x: inner }), object({ kind: { const: 'b' } })] },
      }),
      $defs: { it: inner },
    });
    expect(
      changes(deep(text), deep({ type: 'boolean' }))
        .filter(({ kind }) => kind === 'type-narrowed')
        .map(({ path }) => path),
    ).toEqual(['list[]', 'map{}', 'pointed', 'either.x']);
  });

  it('in a schema that refers to itself', () => {
    const tree = (value: Schema): Schema => object({ value, children: { type: 'array', items: { $ref: '#' } } });
    expect(changes(tree(text), tree({ type: 'null' })).map(({ path }) => path)).toContain('value');
  });
});

describe('who is broken', () => {
  const more = object({ ...was.properties, reason: codes('moved', 'other', 'new') });
  const less = object({ ...was.properties, reason: codes('moved') });
  const optional = object({ ...was.properties, by: text }, was.required as string[]);
  const required = object({ ...was.properties, by: text });

  it.each<[string, Schema, { event: boolean; request: boolean; answer: boolean }]>([
    ['an optional field', optional, { event: false, request: false, answer: false }],
    ['a required field', required, { event: true, request: true, answer: false }],
    ['a removed field', object({ id: text }), { event: true, request: true, answer: true }],
    ['a code more', more, { event: true, request: false, answer: true }],
    ['a code less', less, { event: true, request: true, answer: false }],
  ])('by %s', (_, after, expected) => {
    const found = (use: 'event' | 'request' | 'answer'): boolean => broken(was, after, use).length > 0;
    expect({ event: found('event'), request: found('request'), answer: found('answer') }).toEqual(expected);
  });
});
