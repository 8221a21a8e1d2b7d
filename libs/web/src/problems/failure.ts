import type { DomainError, ErrorKind, FieldError, Text } from '@helhed/kernel';
import { statusDetails } from './status-details.js';

/** What a request failed with, before it is written as a problem. */
export interface Failure {
  readonly status: number;
  readonly problem: string;
  readonly detail?: Text;
  readonly fields?: readonly FieldError[];
  readonly extension?: Readonly<Record<string, unknown>>;
  /** Seconds after which it is worth trying again. */
  readonly retryAfter?: number;
}

const statusOf: Record<ErrorKind, number> = {
  moved: 308,
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  stale: 412,
  rule: 422,
  'precondition-required': 428,
  'too-many': 429,
  unavailable: 503,
};

export const retryAfterSeconds = 2;

export function failureOf(error: DomainError): Failure {
  const { problem, detail, fields, extension } = error;
  const status = statusOf[error.kind];
  return { status, problem, detail, fields, extension, ...(status === 503 ? { retryAfter: retryAfterSeconds } : {}) };
}

const problemsByStatus: Record<number, string> = {
  400: 'malformed-request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  406: 'not-acceptable',
  408: 'request-timeout',
  409: 'conflict',
  410: 'gone',
  412: 'stale',
  413: 'too-large',
  414: 'too-large',
  415: 'unsupported-media-type',
  422: 'rule',
  428: 'if-match-required',
  431: 'too-large',
  503: 'unavailable',
};

/** For what Nest and Fastify refuse themselves. */
export function failureOfStatus(status: number): Failure {
  const problem = problemsByStatus[status];
  const detail = statusDetails[status];
  if (problem) return { status, problem, detail, ...(status === 503 ? { retryAfter: retryAfterSeconds } : {}) };
  return status >= 400 && status < 500 ? { status, problem: 'malformed-request' } : internal;
}

export const internal: Failure = { status: 500, problem: 'internal' };
