import { randomUUID } from 'node:crypto';
import type { EventContract } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../rules/tokens.js';
import { AccessLogEntry, OrderKey, OutboxEvent } from './entities.js';

const hex = (): string => randomUUID().replaceAll('-', '');

/** What each command writes beside its own rows. */
@Injectable()
export class OutboxService implements OnModuleInit {
  private incarnation = '';

  constructor(private readonly dataSource: DataSource) {}

  async onModuleInit(): Promise<void> {
    const [row] = await this.dataSource.query<{ incarnation: string }[]>('SELECT helhed.incarnation() AS incarnation');
    this.incarnation = row?.incarnation ?? '';
  }

  async record(
    manager: EntityManager,
    contract: Pick<EventContract, 'type'>,
    { actor, act, now, event }: { actor: Actor; act: string; now: Date; event: { familyId: string } },
  ): Promise<void> {
    const { incarnation } = this;
    const { municipality, unit, azp } = actor;
    const traceparent = `00-${hex()}-${hex().slice(16)}-00`;
    const where = { municipality, orderKey: event.familyId };
    const key =
      (await manager.findOne(OrderKey, { where, lock: { mode: 'pessimistic_write' } })) ??
      manager.create(OrderKey, { ...where, incarnation, lastSeq: 0 });
    key.lastSeq += 1;
    await manager.save(key);
    const outboxEvent = manager.create(OutboxEvent, {
      ...where,
      incarnation,
      traceparent,
      eventId: newId(),
      type: contract.type,
      seq: key.lastSeq,
      occurredAt: now,
      data: event,
    });
    await manager.save(outboxEvent);
    const entry = manager.create(AccessLogEntry, {
      municipality,
      unit,
      azp,
      act,
      traceparent,
      occurredAt: now,
      kind: 'command',
      subjects: [event.familyId],
      actorKind: actor.kind,
      actorSub: actor.sub,
      function: actor.function,
      requestId: randomUUID(),
    });
    await manager.save(entry);
  }
}
