import { types } from 'node:util';
import { DomainError } from '@helhed/kernel';
import { sqlState } from './sql-state.js';

/**
 * SQLSTATEs that say "not now": connection, resources, operator's intervention, system; a server that became a standby;
 * lock and statement timeouts; what was tried again in vain.
 */
const notNow = /^(08|40|53|57|58)|^(25006|25P03|55P03)$/;

const network = new Set([
  'ABORT_ERR',
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_SOCKET',
]);

const names = new Set([
  'ClosedConnectionError',
  'ConnectionError',
  'NoRespondersError',
  'TimeoutError',
  // TypeORM lets go of a connection that broke in the middle of a transaction, and says this of the next statement
  'QueryRunnerAlreadyReleasedError',
  'QueryRunnerProviderAlreadyReleasedError',
]);

// pg, TypeORM and fetch say these without a code
const said =
  /connection (terminated|error|timeout)|timeout exceeded when trying to connect|not queryable|fetch failed|Query read timeout|connection.*(closed|ended)|Driver not Connected|Client was closed|Cannot use a pool after/i;

/** Whether an error means that something we depend on is down, so that the same request may succeed later. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof DomainError) return error.kind === 'unavailable';
  const code = sqlState(error);
  if (code && (network.has(code) || (code.length === 5 && notNow.test(code)))) return true;
  // not `instanceof`: under jest an error made by Node itself belongs to another realm
  if (!types.isNativeError(error)) return false;
  const { errors } = error as Error & { errors?: unknown };
  if (Array.isArray(errors) && errors.some(isUnavailable)) return true;
  if (names.has(error.name) || said.test(error.message)) return true;
  return error.cause !== undefined && isUnavailable(error.cause);
}
