import type { Tx } from '@helhed/database';
import { log } from '@helhed/telemetry';
import type { Claim } from './claim-delivery.js';
import { endWebhook } from './end-webhook.js';
import { triedForMs, waitAfter } from './retries.js';
import { Webhook } from './webhook.js';

/**
 * What became of an attempt. `told`: a 2xx. `withheld`: it is not to be told any more, and so never again. `undecided`:
 * nothing was sent, and it was no attempt, unless three days have gone by. `gone`: a 410. `failed`: everything else.
 */
export type Outcome = 'told' | 'withheld' | 'undecided' | 'gone' | 'failed';

const askedAgainMs = 30_000;

/** Where the claim has run out meanwhile, it is another's to settle. */
export async function settleDelivery(tx: Tx, claim: Claim, outcome: Outcome): Promise<void> {
  if (outcome === 'gone') return endGone(tx, claim);
  const isOld = claim.sinceMs > triedForMs;
  if (outcome === 'undecided' && !isOld) return later(tx, claim, askedAgainMs, claim.attempts - 1);
  if (outcome === 'failed') {
    const wait = waitAfter(claim.attempts, claim.sinceMs, Math.random());
    if (wait !== undefined) return later(tx, claim, wait, claim.attempts);
    log.warn('a webhook was not reached for three days', {
      context: 'webhooks',
      municipality: tx.municipality,
      webhook: claim.webhookId,
      attempts: claim.attempts,
    });
  }
  await tx.query(`DELETE FROM webhook_delivery ${mine}`, [claim.id, claim.by]);
}

async function later(tx: Tx, { id, by }: Claim, waitMs: number, attempts: number): Promise<void> {
  await tx.query(
    `UPDATE webhook_delivery SET next_at = clock_timestamp() + $3 * interval '1 millisecond', attempts = $4 ${mine}`,
    [id, by, waitMs, attempts],
  );
}

async function endGone(tx: Tx, { webhookId }: Claim): Promise<void> {
  const { manager, municipality } = tx;
  const lock = { mode: 'pessimistic_write' } as const;
  const webhook = await manager.findOneOrFail(Webhook, { where: { municipality, id: webhookId }, lock });
  await endWebhook(tx, webhook, 'gone');
}

const mine = 'WHERE municipality = helhed.tenant() AND id = $1 AND claimed_by = $2';
