import { constraintChanges } from './compare-constraints.ts';
import { resolve, typesOf, variantsOf } from './schema.ts';
import type { Change, Document, Schema } from './schema.ts';

/** What changed from one JSON schema to another, without judging it: that depends on who writes and who reads. */
export function compareSchemas(before: Document, after: Document): Change[] {
  return compare(before.schema, after.schema, '', { before: before.root, after: after.root, seen: new Set() });
}

interface Roots {
  readonly before: Schema;
  readonly after: Schema;
  /** Pairs of references already being compared, so that a schema may refer to itself. */
  readonly seen: Set<string>;
}

function compare(old: Schema, now: Schema, path: string, roots: Roots): Change[] {
  const pair = `${old.$ref} ${now.$ref}`;
  if (old.$ref && now.$ref && roots.seen.has(pair)) return [];
  roots.seen.add(pair);
  const [before, after] = [resolve(old, roots.before), resolve(now, roots.after)];
  const [was, is] = [variantsOf(before), variantsOf(after)];
  if (was.length > 1 || is.length > 1) return compareVariants(was, is, path, roots);
  return [
    ...compareTypes(was[0] ?? before, is[0] ?? after, path),
    ...compareEnums(was[0] ?? before, is[0] ?? after, path),
    ...constraintChanges(was[0] ?? before, is[0] ?? after, path),
    ...compareFields(was[0] ?? before, is[0] ?? after, path, roots),
    ...compareInner(was[0] ?? before, is[0] ?? after, path, roots),
  ];
}

/** Alternatives that stayed the same cancel out; the others are compared in their order. */
function compareVariants(was: Schema[], is: Schema[], path: string, roots: Roots): Change[] {
  const same = (a: Schema, b: Schema): boolean =>
    compare(a, b, path, { ...roots, seen: new Set(roots.seen) }).length === 0;
  const gone = was.filter((each) => !is.some((other) => same(each, other)));
  const added = is.filter((each) => !was.some((other) => same(other, each)));
  return Array.from({ length: Math.max(gone.length, added.length) }, (_, index) => {
    const [before, after] = [gone[index], added[index]];
    if (before && after) return compare(before, after, path, roots);
    return [
      {
        path,
        kind: before ? ('type-narrowed' as const) : ('type-widened' as const),
        detail: `one alternative ${before ? 'less' : 'more'}`,
      },
    ];
  }).flat();
}

function compareTypes(before: Schema, after: Schema, path: string): Change[] {
  const [was, is] = [typesOf(before), typesOf(after)];
  // An integer is a number, so integer → number widens and no more.
  const covers = (types: Set<string>, type: string): boolean =>
    types.has(type) || (type === 'integer' && types.has('number'));
  const detail = `${[...was].join(' or ')} became ${[...is].join(' or ')}`;
  const changes: Change[] = [];
  if (is.size > 0 && [...was].some((type) => !covers(is, type))) changes.push({ path, kind: 'type-narrowed', detail });
  if (was.size > 0 && [...is].some((type) => !covers(was, type))) changes.push({ path, kind: 'type-widened', detail });
  if (was.size === 0 && is.size > 0)
    changes.push({ path, kind: 'type-narrowed', detail: `anything became ${[...is].join(' or ')}` });
  if (was.size > 0 && is.size === 0)
    changes.push({ path, kind: 'type-widened', detail: `${[...was].join(' or ')} became anything` });
  return changes;
}

function compareEnums(before: Schema, after: Schema, path: string): Change[] {
  const [was, is] = [before, after].map(
    ({ enum: values, const: value }) => values ?? (value === undefined ? undefined : [value]),
  );
  const less = (was ?? []).filter((value) => is && !is.includes(value)).map(String);
  const more = (is ?? []).filter((value) => was && !was.includes(value)).map(String);
  const changes: Change[] = [];
  if (less.length > 0) changes.push({ path, kind: 'enum-narrowed', detail: `without ${less.join(', ')}` });
  if (more.length > 0) changes.push({ path, kind: 'enum-widened', detail: `also ${more.join(', ')}` });
  if (!was && is) changes.push({ path, kind: 'enum-narrowed', detail: `only ${is.map(String).join(', ')}` });
  if (was && !is) changes.push({ path, kind: 'enum-widened', detail: 'any value' });
  return changes;
}

function compareFields(before: Schema, after: Schema, path: string, roots: Roots): Change[] {
  const [was, is] = [before.properties ?? {}, after.properties ?? {}];
  const [needed, needs] = [new Set(before.required), new Set(after.required)];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((name): Change[] => {
    const field = path === '' ? name : `${path}.${name}`;
    const [old, now] = [was[name], is[name]];
    if (!old) return [{ path: field, kind: needs.has(name) ? 'required-field-added' : 'optional-field-added' }];
    if (!now) return [{ path: field, kind: 'field-removed' }];
    const changes = compare(old, now, field, roots);
    if (needed.has(name) && !needs.has(name)) changes.push({ path: field, kind: 'became-optional' });
    if (!needed.has(name) && needs.has(name)) changes.push({ path: field, kind: 'became-required' });
    return changes;
  });
}

function compareInner(before: Schema, after: Schema, path: string, roots: Roots): Change[] {
  const changes: Change[] = [];
  if (before.items && after.items) changes.push(...compare(before.items, after.items, `${path}[]`, roots));
  const [was, is] = [before.additionalProperties, after.additionalProperties];
  if (typeof was === 'object' && typeof is === 'object') changes.push(...compare(was, is, `${path}{}`, roots));
  return changes;
}
