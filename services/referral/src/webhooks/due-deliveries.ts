import type { Workers } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';

export interface Due {
  readonly municipality: MunicipalityCode;
  readonly id: string;
  readonly webhookId: string;
  readonly unit: string;
}

export interface Shares {
  readonly ofWebhook: number;
  readonly ofUnit: number;
  readonly ofAll: number;
}

/**
 * Of all municipalities, in turn: each unit's first before any unit's second, so that nobody's many hold up another's few.
 * @param full webhooks, and units as `0450/db-solsikken`, that have no share left now
 */
export const dueDeliveries = (
  workers: Workers,
  { ofWebhook, ofUnit, ofAll }: Shares,
  full: { readonly webhooks: readonly string[]; readonly units: readonly string[] },
): Promise<readonly Due[]> => workers.query<Due>(due, [ofWebhook, ofUnit, ofAll, full.webhooks, full.units]);

const due = `
  WITH of_webhook AS (
    SELECT d.municipality, d.id, d.webhook_id, d.next_at, w.unit,
      row_number() OVER (PARTITION BY d.municipality, d.webhook_id ORDER BY d.next_at, d.id) AS place
    FROM webhook_delivery d JOIN webhook w ON w.municipality = d.municipality AND w.id = d.webhook_id
    WHERE d.next_at <= clock_timestamp() AND d.webhook_id <> ALL ($4::uuid[])
      AND d.municipality || '/' || w.unit <> ALL ($5::text[])
  ), of_unit AS (
    SELECT of_webhook.*, row_number() OVER (PARTITION BY municipality, unit ORDER BY next_at, id) AS turn
    FROM of_webhook WHERE place <= $1
  )
  SELECT municipality, id, webhook_id AS "webhookId", unit FROM of_unit
  WHERE turn <= $2 ORDER BY turn, next_at, id LIMIT $3`;
