import { ReferralReceived, TriageStarted } from '@helhed/contracts';
import { PersonalData } from '@helhed/database';
import { localDate } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { requireReferable } from '../rules/check-submission.js';
import { contentHmac, idempotencyClaim } from '../rules/fingerprints.js';
import { mint } from '../rules/mint.js';
import { Refused } from '../rules/refused.js';
import type { Actor } from '../rules/tokens.js';
import type { CreateReferralDto } from './create-referral.dto.js';
import { IdempotencyKey, Intake, Referral, ReferralStep } from './entities.js';
import { OutboxService } from './outbox.service.js';
import { ProgrammesService } from './programmes.service.js';

@Injectable()
export class ReferralsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly keys: PersonalData,
    private readonly programmes: ProgrammesService,
    private readonly outbox: OutboxService,
  ) {}

  create(actor: Actor, dto: CreateReferralDto, key: string | undefined): Promise<Referral> {
    const { municipality } = actor;
    const { referringUnit, senderReference } = dto;
    if (actor.unit !== referringUnit) throw new Refused(403, 'foreign-unit');
    const claim = idempotencyClaim(actor, 'POST /referral/v1/referrals', key, dto);
    return this.dataSource.transaction(async (manager) => {
      const now = await enter(manager, municipality);
      const today = localDate(now);
      const { keyHash } = claim;
      const repeated = await manager.findOneBy(IdempotencyKey, { municipality, keyHash });
      const earlier = await manager.findOneBy(Referral, { municipality, referringUnit, senderReference });
      if (repeated ?? earlier) throw new Refused(409, 'received-before');
      const definition = await this.programmes.inForce(manager, municipality, dto.programme, today);
      if (!definition) throw new Refused(422, 'programme-unknown');
      if (!definition.mayRefer.functions.includes(actor.function)) throw new Refused(403, 'may-not-refer');
      requireReferable(definition, dto, today);
      const { id, familyId, persons, document, ...minted } = mint(this.keys, municipality, dto, today);
      const { code: programme, version: programmeVersion } = definition;
      const referral = manager.create(Referral, {
        ...minted,
        municipality,
        id,
        familyId,
        programme,
        programmeVersion,
        referringUnit,
        senderReference,
        contentHmac: contentHmac(this.keys, municipality, dto),
        receivedOn: today,
        receivedAt: now,
        state: 'received',
        since: today,
        nextOwner: 'triage',
        version: 1,
      });
      await manager.save(referral);
      await manager.save(manager.create(Intake, { municipality, referralId: id, members: persons, document }));
      await this.step(manager, referral, actor, now, 'receive');
      const kind = 'professional';
      const event = { referralId: id, familyId, programme, programmeVersion, referringUnit, kind, receivedOn: today };
      await this.outbox.record(manager, ReferralReceived, { actor, act: 'referral.receive', now, event });
      await manager.save(manager.create(IdempotencyKey, { municipality, ...claim, ids: { id, isNew: 'yes' } }));
      return referral;
    });
  }

  startTriage(actor: Actor, id: string, version: number): Promise<Referral> {
    const { municipality } = actor;
    return this.dataSource.transaction(async (manager) => {
      const now = await enter(manager, municipality);
      const where = { municipality, id };
      const referral = await manager.findOne(Referral, { where, lock: { mode: 'pessimistic_write' } });
      if (!referral) throw new Refused(404, 'not-found');
      if (referral.version !== version) throw new Refused(412, 'stale');
      if (referral.state !== 'received') throw new Refused(409, 'transition-refused');
      const today = localDate(now);
      Object.assign(referral, {
        state: 'under-triage',
        since: today,
        nextOwner: 'triage',
        version: version + 1,
        triageUnit: actor.unit,
      });
      await manager.save(referral);
      await this.step(manager, referral, actor, now, 'start-triage');
      const { familyId, programme } = referral;
      const event = { referralId: id, familyId, programme, startedOn: today, unit: actor.unit ?? '' };
      await this.outbox.record(manager, TriageStarted, { actor, act: 'referral.start-triage', now, event });
      return referral;
    });
  }

  private async step(
    manager: EntityManager,
    referral: Referral,
    actor: Actor,
    at: Date,
    command: string,
  ): Promise<void> {
    const { municipality, id: referralId, version: number, state, nextOwner } = referral;
    const { unit, function: name } = actor;
    const step = { municipality, referralId, number, at, command, state, nextOwner, unit, function: name };
    await manager.save(manager.create(ReferralStep, step));
  }
}

/** Row level security: the municipality for the rest of the transaction. @returns its time */
export async function enter(manager: EntityManager, municipality: string): Promise<Date> {
  const [row] = await manager.query<{ now: Date }[]>('SELECT helhed.enter($1) AS now', [municipality]);
  return (row as { now: Date }).now;
}
