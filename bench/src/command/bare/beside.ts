import { randomUUID } from 'node:crypto';
import type { EventContract } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import type { Actor } from '../rules/tokens.js';

/** What each command writes beside its own rows: the event, numbered from its key's locked row, and the access log row. */
export const besideSql = `
  key AS (
    INSERT INTO helhed.order_key AS k (municipality, order_key, incarnation, last_seq)
    VALUES (:municipality, :orderKey, helhed.incarnation(), 1)
    ON CONFLICT (municipality, order_key) DO UPDATE SET
      last_seq = CASE WHEN k.incarnation = excluded.incarnation THEN k.last_seq ELSE 0 END + 1,
      incarnation = excluded.incarnation
    RETURNING incarnation, last_seq
  ), sent AS (
    INSERT INTO helhed.outbox
      (municipality, event_id, type, order_key, incarnation, seq, occurred_at, traceparent, data)
    SELECT :municipality, :eventId, :type, :orderKey, incarnation, last_seq, :now, :traceparent, :event FROM key
  ), logged AS (
    INSERT INTO helhed.access_log (municipality, occurred_at, kind, act, subjects, actor_kind, actor_sub, azp, unit,
      function, request_id, traceparent)
    VALUES (:municipality, :now, 'command', :act, ARRAY[:familyId::uuid], :kind, :sub, :azp, :unit, :function,
      :requestId, :traceparent)
  )`;

const hex = (): string => randomUUID().replaceAll('-', '');

/** Values of besideSql's parameters. */
export function beside({ type }: Pick<EventContract, 'type'>, actor: Actor, act: string, event: { familyId: string }) {
  const { familyId } = event;
  return {
    ...actor,
    act,
    type,
    familyId,
    orderKey: familyId,
    eventId: newId(),
    event: JSON.stringify(event),
    requestId: randomUUID(),
    traceparent: `00-${hex()}-${hex().slice(16)}-00`,
  };
}
