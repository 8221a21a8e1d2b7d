import { DomainError } from '@helhed/kernel';
import { log, requestContext, type IdempotencyClaim, type RequestContext } from '@helhed/telemetry';
import type { PoolClient } from 'pg';
import { oneRowEach, saidBefore, type LogRow } from './log-row.js';
import { sqlState } from './sql-state.js';
import { flushStatement } from './sql/flush.js';
import type { Tx } from './tx.js';

/** What this request has in the log by now, by municipality. */
const inTheLog = new WeakMap<RequestContext, Map<string, LogRow>>();

interface Once {
  readonly claim: IdempotencyClaim;
  readonly ids: unknown;
}

/**
 * Events, log rows and the idempotency row in one statement, sent together with COMMIT: one round trip.
 * @throws DomainError `log-unavailable` when the log row of a look cannot be written: then nothing is answered
 */
export async function finish(client: PoolClient, tx: Tx, once?: Once): Promise<void> {
  const context = requestContext.getStore();
  const logRows = unsaid(context, tx.municipality, oneRowEach([...tx.logRows, ...tx.afterRollback]));
  const keys = once
    ? [{ key_hash: once.claim.keyHash.toString('hex'), body_hmac: once.claim.bodyHmac.toString('hex'), ids: once.ids }]
    : [];
  const values = [JSON.stringify(tx.events), JSON.stringify(logRows), JSON.stringify(keys), tx.now];
  const flushed =
    tx.events.length + logRows.length + keys.length > 0
      ? client.query({ name: 'flush', text: flushStatement, values }).catch((error: unknown) => {
          throw isOfTheLog(error, tx.events.length + keys.length === 0) ? logUnavailable(error) : error;
        })
      : undefined;
  // after a failed flush the server answers COMMIT with ROLLBACK; `Promise.all` reports the failure
  const committed = client.query('COMMIT');
  const [, end] = await Promise.all([flushed, committed]);
  if (end.command !== 'COMMIT')
    throw new DomainError('unavailable', 'not-committed', { da: 'Intet blev gemt.', en: 'Nothing was stored.' });
  remember(context, tx.municipality, logRows);
}

function unsaid(context: RequestContext | undefined, municipality: string, rows: readonly LogRow[]): LogRow[] {
  const earlier = context && inTheLog.get(context)?.get(municipality);
  if (!earlier) return [...rows];
  return rows.flatMap((row) => {
    if (row.request_id !== earlier.request_id) return [row];
    return saidBefore(earlier, row) ? [] : [{ ...row, act: earlier.act }];
  });
}

function remember(context: RequestContext | undefined, municipality: string, rows: readonly LogRow[]): void {
  const row = rows.find(({ request_id: id }) => id === context?.requestId);
  if (!context || !row) return;
  const known = inTheLog.get(context) ?? new Map<string, LogRow>();
  inTheLog.set(context, known.set(municipality, row));
}

/** What may succeed when tried again is left to whoever tries again. */
function isOfTheLog(error: unknown, nothingElse: boolean): boolean {
  const state = sqlState(error);
  if (state === undefined || /^(40|08|57)/.test(state)) return false;
  const { table, message = '' } = error as { table?: string; message?: string };
  return nothingElse || table === 'access_log' || message.includes('access_log');
}

/** Nothing is shown that is not noted. */
export function logUnavailable(error: unknown): DomainError {
  log.error('the access log could not be written', { context: 'access log', error });
  const refusal = new DomainError('unavailable', 'log-unavailable', {
    da: 'Det kan ikke noteres lige nu; intet er vist.',
    en: 'It cannot be noted right now; nothing was shown.',
  });
  refusal.cause = error;
  return refusal;
}
