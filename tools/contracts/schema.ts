/** The part of JSON Schema that zod writes. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly [key: string]: unknown;
}

/** A schema and the document that its references point into. */
export interface Document {
  readonly root: Schema;
  readonly schema: Schema;
}

export const kinds = [
  'field-removed',
  'optional-field-added',
  'required-field-added',
  'became-optional',
  'became-required',
  'type-narrowed',
  'type-widened',
  'enum-narrowed',
  'enum-widened',
  'constraint-tightened',
  'constraint-loosened',
] as const;

export interface Change {
  readonly path: string;
  readonly kind: (typeof kinds)[number];
  readonly detail?: string;
}

export function resolve(schema: Schema, root: Schema): Schema {
  if (!schema.$ref) return schema.allOf?.length === 1 ? resolve(schema.allOf[0] as Schema, root) : schema;
  const steps = schema.$ref.replace(/^#\/?/, '').split('/').filter(Boolean);
  const found = steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], root);
  if (!found) throw new Error(`${schema.$ref} refers to nothing`);
  return resolve(found as Schema, root);
}

/** The alternatives of a schema; a type that may be null is two. */
export function variantsOf(schema: Schema): Schema[] {
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) return alternatives.flatMap(variantsOf);
  const { type } = schema;
  return typeof type === 'object' ? type.map((each) => ({ ...schema, type: each })) : [schema];
}

export function typesOf({ type, const: value, enum: values }: Schema): Set<string> {
  if (type !== undefined) return new Set(typeof type === 'string' ? [type] : type);
  const known = values ?? (value === undefined ? [] : [value]);
  return new Set(known.map((each) => (each === null ? 'null' : typeof each)));
}

export const describe = ({ path, kind, detail }: Change): string =>
  `${path === '' ? 'the whole' : path}: ${kind.replaceAll('-', ' ')}${detail ? ` (${detail})` : ''}`;
