import type { Actor } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { MoreThan } from 'typeorm';
import { Webhook } from './webhook.js';

/** Its own unit's; whoever is administrator can find and end them all: what leaves the house is seen by somebody. */
const own = ({ kind, unit = '' }: Actor): { unit?: string } => (kind === 'system' ? { unit } : {});

/** @throws DomainError `not-found` of another unit's too */
export async function getWebhook(
  { manager, municipality }: Tx,
  actor: Actor,
  id: string,
  lock?: { mode: 'pessimistic_write' },
): Promise<Webhook> {
  const webhook = await manager.findOne(Webhook, { where: { municipality, id, ...own(actor) }, ...(lock && { lock }) });
  if (!webhook) throw webhookNotFound();
  return webhook;
}

/** Locked. @throws DomainError `not-found` of every other system's too, though of the same unit */
export async function getOwnWebhook({ manager, municipality }: Tx, actor: Actor, id: string): Promise<Webhook> {
  const { unit = '', function: name = '', issuer, sub, azp } = actor;
  const webhook = await manager.findOne(Webhook, {
    where: { municipality, id, unit, function: name, issuer, sub, azp: azp ?? '' },
    lock: { mode: 'pessimistic_write' },
  });
  if (!webhook) throw webhookNotFound();
  return webhook;
}

const webhookNotFound = () => notFound({ da: 'Webhooken', en: 'The webhook' });

/** In the order of registration. */
export async function listWebhooks(
  { manager, municipality }: Tx,
  actor: Actor,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<{ rows: Webhook[]; total: number }> {
  const where = { municipality, ...own(actor) };
  const order = { id: 'ASC' } as const;
  const behind = after === undefined ? where : { ...where, id: MoreThan(after) };
  const rows = await manager.find(Webhook, { where: behind, order, take: limit });
  return { rows, total: await manager.countBy(Webhook, where) };
}
