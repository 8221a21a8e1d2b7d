import type { Change, Schema } from './schema.ts';

const lower = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'];
const upper = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'];
const exact = ['format', 'pattern', 'multipleOf', 'uniqueItems'];

/** Bounds, formats and patterns, and whether unknown fields are taken. */
export function constraintChanges(before: Schema, after: Schema, path: string): Change[] {
  return [
    ...lower.flatMap((key) => bound(before, after, path, key, 1)),
    ...upper.flatMap((key) => bound(before, after, path, key, -1)),
    ...exact.flatMap((key) => replaced(before, after, path, key)),
    ...closed(before, after, path),
  ];
}

const said = (value: unknown): string => (value === undefined ? 'none' : JSON.stringify(value));

function bound(before: Schema, after: Schema, path: string, key: string, direction: 1 | -1): Change[] {
  const none = -Infinity * direction;
  const [was, is] = [(before[key] ?? none) as number, (after[key] ?? none) as number];
  if (was === is) return [];
  const kind = (is - was) * direction > 0 ? 'constraint-tightened' : 'constraint-loosened';
  return [{ path, kind, detail: `${key} ${said(before[key])} became ${said(after[key])}` }];
}

/** Which of two patterns takes more cannot be told, so another one is both. */
function replaced(before: Schema, after: Schema, path: string, key: string): Change[] {
  const [was, is] = [before[key], after[key]];
  if (was === is) return [];
  const detail = `${key} ${said(was)} became ${said(is)}`;
  return [
    ...(is === undefined ? [] : [{ path, kind: 'constraint-tightened' as const, detail }]),
    ...(was === undefined ? [] : [{ path, kind: 'constraint-loosened' as const, detail }]),
  ];
}

function closed(before: Schema, after: Schema, path: string): Change[] {
  const [was, is] = [before, after].map((schema) => schema.additionalProperties === false);
  if (was === is) return [];
  return [
    {
      path,
      kind: is ? 'constraint-tightened' : 'constraint-loosened',
      detail: `unknown fields ${is ? 'refused' : 'taken'}`,
    },
  ];
}
