import { isUnavailable, sqlState } from '@helhed/database';
import { DomainError } from '@helhed/kernel';
import { HttpException } from '@nestjs/common';
import { type Failure, failureOf, failureOfStatus, internal, retryAfterSeconds } from './failure.js';

const unavailable: Failure = { status: 503, problem: 'unavailable', retryAfter: retryAfterSeconds };
const clash: Failure = { status: 409, problem: 'conflict' };
const badValue: Failure = { status: 400, problem: 'validation-failed' };

/** What an error means to a client. Whatever is not known here is a fault of ours: 500, its text kept to the log. */
export function toFailure(error: unknown): Failure {
  if (error instanceof DomainError) return failureOf(error);
  if (error instanceof HttpException) return failureOfStatus(error.getStatus());
  if (isUnavailable(error)) return unavailable;
  const state = sqlState(error) ?? '';
  // unique and exclusion constraints: somebody else was first
  if (state === '23505' || state === '23P01') return clash;
  // data exceptions: a value that the schema let through and PostgreSQL cannot hold, such as U+0000
  if (/^22[0-9A-Z]{3}$/.test(state)) return badValue;
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status < 500 ? failureOfStatus(status) : internal;
}
