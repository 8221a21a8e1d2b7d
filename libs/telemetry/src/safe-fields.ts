import { types } from 'node:util';

/**
 * The only fields that reach a log line. An allow-list, because a deny-list forgets: whoever adds a field has to come
 * here and ask whether it can hold anything about a person. All are ids of technical things, codes, counts or times.
 */
export const safeFields = new Set([
  'act',
  'attempts',
  'backlog',
  'code',
  'consumer',
  'context',
  'count',
  'dependency',
  'event',
  'incarnation',
  'ms',
  'method',
  'migration',
  'municipality',
  'port',
  'problem',
  'programme',
  'reason',
  'requestId',
  'role',
  'route',
  'seq',
  'signal',
  'source',
  'state',
  'status',
  'stream',
  'traceId',
  'version',
  'webhook',
]);

export type LogFields = { readonly [name: string]: unknown; readonly error?: unknown };

// Ten digits that begin like a date: the last line of defence for texts that come from libraries.
const cprShaped = /(?<!\d)(?:[0-9]\d)(?:0\d|1[0-2])\d{2}[- ]?\d{4}(?!\d)/g;

export const withoutCpr = (text: string): string => text.replace(cprShaped, '******-****');

type Loggable = string | number | boolean;
const isLoggable = (value: unknown): value is Loggable => ['string', 'number', 'boolean'].includes(typeof value);

/** Keeps allowed fields with a plain value; of the others it keeps only their names, so that a slip is seen. */
export function pickSafe(fields: LogFields): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  const dropped: string[] = [];
  for (const [name, value] of Object.entries(fields)) {
    if (name === 'error') kept['error'] = describeError(value);
    else if (safeFields.has(name) && isLoggable(value))
      kept[name] = typeof value === 'string' ? withoutCpr(value) : value;
    else if (value !== undefined) dropped.push(name);
  }
  if (dropped.length > 0) kept['dropped'] = dropped;
  return kept;
}

/**
 * What may be said of an error: its name, codes and where it was thrown. Never its message, in which PostgreSQL, zod
 * and others quote the value they did not like.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!types.isNativeError(error)) return { name: typeof error };
  const { code, problem, table, constraint } = error as Error & Record<string, unknown>;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const described = {
    name: error.name,
    code,
    problem,
    table,
    constraint,
    at: frames.slice(0, 12).map((f) => f.trim()),
  };
  return error.cause === undefined ? described : { ...described, cause: describeError(error.cause) };
}
