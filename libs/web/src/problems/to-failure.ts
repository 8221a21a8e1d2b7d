import { types } from 'node:util';
import { sqlState } from '@helhed/database';
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
  const state = sqlState(error);
  if (state !== undefined && /^[0-9A-Z]{5}$/.test(state)) return ofSqlState(state);
  if (isConnectionLost(error)) return unavailable;
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status < 500 ? failureOfStatus(status) : internal;
}

// PostgreSQL error codes (appendix A of its manual), by class where the class is enough.
function ofSqlState(state: string): Failure {
  // 08 connection, 53 out of connections, memory or disk, 57 shut down or timed out, 40 tried again in vain, 25006 the
  // server became a standby
  if (/^(08|53|57|40)/.test(state) || state === '25006' || state === '55P03') return unavailable;
  // unique and exclusion constraints: somebody else was first
  if (state === '23505' || state === '23P01') return clash;
  // data exceptions: a value that the schema let through and PostgreSQL cannot hold, such as U+0000
  return state.startsWith('22') ? badValue : internal;
}

const lostCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_SOCKET',
]);

// pg and nats.js say these without a code.
const lostTexts =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Cannot use a pool after|Driver not Connected|Query read timeout)/;
const lostNames = new Set([
  'ClosedConnectionError',
  'NoRespondersError',
  'ConnectionError',
  'TimeoutError',
  // TypeORM lets go of a connection that broke in the middle of a transaction, and says this of the next statement.
  'QueryRunnerAlreadyReleasedError',
  'QueryRunnerProviderAlreadyReleasedError',
]);

function isConnectionLost(error: unknown): boolean {
  if (!types.isNativeError(error)) return false;
  const { code, driverError, errors } = error as Error & { code?: unknown; driverError?: unknown; errors?: unknown };
  if (typeof code === 'string' && lostCodes.has(code)) return true;
  if (lostNames.has(error.name) || lostTexts.test(error.message)) return true;
  // Both addresses of a name were tried in vain.
  if (Array.isArray(errors) && errors.some(isConnectionLost)) return true;
  return isConnectionLost(driverError) || isConnectionLost(error.cause);
}
