import type { Actor } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { monotonicMs, municipalityCode, newId } from '@helhed/kernel';
import { endWebhook } from './end-webhook.js';
import { webhookDays } from './webhook-days.js';
import { secretPlace, Webhook } from './webhook.js';

/** For so long nobody else takes it: longer than an attempt can last. A stopped instance's is taken up after that. */
const claimedForMs = 60_000;
/** Nothing is sent later than this, though the process was stopped meanwhile. */
const sentWithinMs = 30_000;

/** One attempt at one delivery, which is this instance's alone. */
export interface Claim {
  readonly id: string;
  readonly by: string;
  readonly webhookId: string;
  readonly thing: string;
  readonly type: string;
  /** This one among them */
  readonly attempts: number;
  /** Since it was queued */
  readonly sinceMs: number;
  readonly actor: Actor;
  readonly url: string;
  readonly secret: string;
  /** By this process's monotonic clock */
  readonly until: number;
}

type Row = Pick<Claim, 'webhookId' | 'thing' | 'type' | 'attempts' | 'sinceMs'>;

/** @returns undefined where another instance has it, or nothing is to be told there any more */
export async function claimDelivery(tx: Tx, id: string): Promise<Claim | undefined> {
  const [until, by] = [monotonicMs() + sentWithinMs, newId()];
  const [row] = await tx.query<Row>(claim, [id, by, claimedForMs]);
  if (!row) return undefined;
  const { municipality, personalData, manager } = tx;
  const webhook = await manager.findOneByOrFail(Webhook, { municipality, id: row.webhookId });
  const [retired] = await tx.query(
    'SELECT FROM helhed.unit_replica WHERE municipality = helhed.tenant() AND code = $1 AND retired',
    [webhook.unit],
  );
  // a system that is closed in Keycloak, or has its function no more, renews nothing
  const lapsed = webhook.until(webhookDays(tx)) <= tx.now;
  if (retired || lapsed) {
    await endWebhook(tx, webhook, retired ? 'unit-retired' : 'lapsed');
    return undefined;
  }
  const secret = personalData.decrypt(municipality, secretPlace(webhook.id), webhook.secret);
  return { ...row, id, by, actor: actorOf(webhook), url: webhook.url, secret, until };
}

/** As whom each delivery is decided and logged: the system, in the function that it registered in. */
export function actorOf({ municipality, issuer, sub, azp, unit, function: name }: Webhook): Actor {
  const of = {
    municipality: municipalityCode(municipality),
    functions: [{ unit, function: name }],
    unit,
    function: name,
  };
  return { kind: 'system', issuer, sub, azp, ...of };
}

const claim = `
  UPDATE webhook_delivery SET claimed_by = $2, attempts = attempts + 1,
    next_at = clock_timestamp() + $3 * interval '1 millisecond'
  WHERE municipality = helhed.tenant() AND id = $1 AND next_at <= clock_timestamp()
  RETURNING webhook_id AS "webhookId", thing, type, attempts,
    (extract(epoch FROM clock_timestamp() - queued_at) * 1000)::float8 AS "sinceMs"`;
