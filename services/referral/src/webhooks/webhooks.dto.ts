import { id } from '@helhed/contracts';
import { pageOf, pageQuery } from '@helhed/web';
import { z } from 'zod';
import { endings, type Webhook } from './webhook.js';

/** Asked of the address as it is connected to: what is written may be read in more ways than one. */
function isAddressAlone(text: string): boolean {
  // what is no address is refused as that
  if (!URL.canParse(text)) return true;
  const { username, password, hash } = new URL(text);
  return [username, password, hash].every((part) => part === '');
}

const address = z
  .url({ protocol: /^https?$/ })
  .max(2_000)
  .refine(isAddressAlone, 'neither a password nor a fragment')
  .describe('HTTPS. Its name leads to public addresses, or to those that the installation names.');

export const RegisterWebhook = z
  .strictObject({ url: address })
  .meta({ id: 'RegisterWebhook', examples: [{ url: 'https://system.example/helhed' }] });
export type RegisterWebhook = z.infer<typeof RegisterWebhook>;

export const WebhookView = z
  .strictObject({
    id,
    unit: z.string(),
    url: z.string(),
    registeredAt: z.iso.datetime(),
    until: z.iso.datetime().describe('Nothing is sent to it from then on, unless its system renews it before.'),
    endedAt: z.iso.datetime().nullable(),
    because: z.enum(endings).nullable().describe('Why nothing is sent to it any more.'),
    secret: z
      .string()
      .nullable()
      .describe('What messages are signed with (Standard Webhooks, `whsec_`): told once, when it is registered.'),
    version: z.int(),
  })
  .meta({ id: 'Webhook' });
export type WebhookView = z.infer<typeof WebhookView>;

export const WebhookPage = pageOf(WebhookView);
export const WebhookQuery = pageQuery({});
export type WebhookQuery = z.infer<typeof WebhookQuery>;

export const toWebhookView = (webhook: Webhook, days: number, secret: string | null = null): WebhookView => ({
  id: webhook.id,
  unit: webhook.unit,
  url: webhook.url,
  registeredAt: webhook.registeredAt.toISOString(),
  until: webhook.until(days).toISOString(),
  endedAt: webhook.endedAt?.toISOString() ?? null,
  because: webhook.because,
  secret,
  version: webhook.version,
});

export const webhookExample: WebhookView = {
  id: '0198a1b2-0000-7000-8000-000000000003',
  unit: 'db-solsikken',
  url: 'https://system.example/helhed',
  registeredAt: '2026-11-12T10:00:00.000Z',
  until: '2026-12-12T10:00:00.000Z',
  endedAt: null,
  because: null,
  secret: null,
  version: 1,
};
