import type { Schema } from './schema.ts';

/** Of a schema nothing may be left out in silence: what is not told here ends the writing. */
const told = new Set(
  [
    '$ref type properties required additionalProperties propertyNames items enum const anyOf oneOf',
    'description example examples default title format pattern deprecated minimum maximum exclusiveMinimum',
    'exclusiveMaximum multipleOf minLength maxLength minItems maxItems uniqueItems',
  ].flatMap((line) => line.split(' ')),
);

/** The TypeScript type of what a schema allows. @throws Error for a keyword that it does not know */
export function typeOf(schema: Schema, indent: string): string {
  const unknown = Object.keys(schema).filter((keyword) => !told.has(keyword));
  if (unknown.length > 0) throw new Error(`a schema's ${unknown.join(', ')} has no type here`);
  const { $ref, const: value, enum: values, type } = schema;
  if ($ref) return $ref.replace('#/components/schemas/', '');
  if (value !== undefined) return literal(value);
  if (values) return union(values.map(literal));
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) return union(alternatives.map((each) => typeOf(each, indent)));
  if (typeof type === 'object') return union(type.map((each) => typeOf({ ...schema, type: each }, indent)));
  return ofType(schema, indent);
}

function ofType(schema: Schema, indent: string): string {
  switch (schema.type) {
    case 'string':
    case 'boolean':
    case 'null':
      return schema.type;
    case 'integer':
    case 'number':
      return 'number';
    case 'array':
      return `readonly ${inArray(schema.items ?? {}, indent)}[]`;
    case 'object':
      return ofObject(schema, indent);
    case undefined:
      return 'unknown';
    default:
      throw new Error(`${String(schema.type)} is no type of JSON Schema`);
  }
}

function ofObject({ properties, required = [], additionalProperties: more }: Schema, indent: string): string {
  const names = Object.entries(properties ?? {});
  const typed = typeof more === 'object' && Object.keys(more).length > 0 ? more : undefined;
  if (names.length === 0) return `Record<string, ${typed ? typeOf(typed, indent) : 'unknown'}>`;
  if (typed) throw new Error('a schema of named and of unnamed properties has no type here');
  const lines = names.map(([name, each]) => property(name, each, required.includes(name), `${indent}  `));
  return `{\n${lines.join('')}${indent}}`;
}

/** One line of an object type, below what is said of it. */
export function property(name: string, schema: Schema, required: boolean, indent: string): string {
  const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`;
  const about = schema['description'];
  const said = typeof about === 'string' ? `${indent}/** ${about.replaceAll('*/', '*\\/')} */\n` : '';
  return `${said}${indent}${key}${required ? '' : '?'}: ${typeOf(schema, indent)};\n`;
}

const literal = (value: unknown): string =>
  typeof value === 'string' ? `'${value.replaceAll(/['\\]/g, String.raw`\$&`)}'` : JSON.stringify(value);
const union = (types: readonly string[]): string => [...new Set(types)].join(' | ');

function inArray(items: Schema, indent: string): string {
  const type = typeOf(items, indent);
  const isUnion = [items.anyOf, items.oneOf, items.enum, items.type].some((each) => typeof each === 'object');
  return isUnion || type.startsWith('readonly ') ? `(${type})` : type;
}
