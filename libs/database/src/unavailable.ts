import { DomainError } from '@helhed/kernel';
import { sqlState } from './database.js';

/** Classes of SQLSTATE that say "not now": connection, resources, operator's intervention, system; and lock or statement timeouts. */
const notNow = /^(08|53|57|58)|^(55P03|25P03|40001|40P01)$/;
const network = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_SOCKET', 'ABORT_ERR']);
const said = /connection (terminated|error|timeout)|timeout exceeded when trying to connect|not queryable|fetch failed|Query read timeout|connection.*(closed|ended)/i;

/** Whether an error means that something we depend on is down, so that the same request may succeed later. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof DomainError) return error.kind === 'unavailable';
  const code = sqlState(error);
  if (code && (network.has(code) || (code.length === 5 && notNow.test(code)))) return true;
  if (error instanceof AggregateError) return error.errors.some(isUnavailable);
  if (!(error instanceof Error)) return false;
  return error.name === 'TimeoutError' || said.test(error.message) || (error.cause !== undefined && isUnavailable(error.cause));
}
