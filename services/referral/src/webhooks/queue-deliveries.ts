import { numberChanges } from '@helhed/access';
import type { Tx } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';

/**
 * What has changed since is queued for the webhook: each change once, since its row is locked and says how far it came. An
 * instance that finds it locked leaves it to the other.
 */
export async function queueDeliveries(tx: Tx, webhookId: string): Promise<void> {
  const [webhook] = await tx.query<{ unit: string }>(
    `SELECT unit FROM webhook WHERE municipality = helhed.tenant() AND id = $1 AND ended_at IS NULL
     FOR UPDATE SKIP LOCKED`,
    [webhookId],
  );
  if (!webhook) return;
  await numberChanges(tx, webhook.unit);
  await tx.query(queue, [webhookId]);
}

const queue = `
  WITH found AS (
    SELECT c.number, c.thing, c.type FROM helhed.unit_change c JOIN webhook w USING (municipality, unit)
    WHERE w.municipality = helhed.tenant() AND w.id = $1 AND c.number > w.queued_to ORDER BY c.number LIMIT 1000
  ), queued AS (
    INSERT INTO webhook_delivery (municipality, id, webhook_id, thing, type)
    SELECT helhed.tenant(), uuidv7(), $1, f.thing, f.type FROM found f ORDER BY f.number
  )
  UPDATE webhook SET queued_to = (SELECT max(f.number) FROM found f)
  WHERE municipality = helhed.tenant() AND id = $1 AND EXISTS (SELECT FROM found)`;

/** Whether something has changed that is not queued for the webhook yet. */
export async function isBehind(tx: Tx, webhookId: string): Promise<boolean> {
  const behind = await tx.query(
    `SELECT FROM webhook w JOIN helhed.unit_change c ON c.municipality = w.municipality AND c.unit = w.unit
     WHERE w.municipality = helhed.tenant() AND w.id = $1 AND w.ended_at IS NULL
       AND (c.number IS NULL OR c.number > w.queued_to) LIMIT 1`,
    [webhookId],
  );
  return behind.length > 0;
}

export interface Behind {
  readonly municipality: MunicipalityCode;
  readonly id: string;
}

/** In all municipalities: for a worker. */
export const webhooksBehind = `
  SELECT w.municipality, w.id FROM webhook w WHERE w.ended_at IS NULL AND (
    EXISTS (SELECT FROM helhed.unit_change c
      WHERE c.municipality = w.municipality AND c.unit = w.unit AND c.number IS NULL)
    OR EXISTS (SELECT FROM helhed.unit_change c
      WHERE c.municipality = w.municipality AND c.unit = w.unit AND c.number > w.queued_to))`;
