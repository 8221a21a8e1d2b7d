import { randomUUID } from 'node:crypto';
import { PersonalData } from '@helhed/database';
import { localDate } from '@helhed/kernel';
import type { Facts } from '@helhed/programmes';
import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, LessThanOrEqual, MoreThan, Not, type EntityManager } from 'typeorm';
import { Refused } from '../rules/refused.js';
import { lookAt, shownToTriage, type Reach } from '../rules/shown-to-triage.js';
import type { Actor } from '../rules/tokens.js';
import { viewOf } from '../rules/view.js';
import {
  AccessLogEntry,
  BarredPerson,
  Basis,
  BasisPerson,
  Clearance,
  Intake,
  Place,
  Referral,
  ReferralStep,
  UnitMember,
} from './entities.js';
import { ProgrammesService } from './programmes.service.js';
import { enter } from './referrals.service.js';

/** Half-open periods that hold on a day, as `where` of a `find`. */
const holding = <T extends object>(where: T, today: string) => [
  { ...where, from: LessThanOrEqual(today), to: IsNull() },
  { ...where, from: LessThanOrEqual(today), to: MoreThan(today) },
];

@Injectable()
export class ReadReferralService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly keys: PersonalData,
    private readonly programmes: ProgrammesService,
  ) {}

  read(actor: Actor, id: string): Promise<object> {
    const { municipality } = actor;
    return this.dataSource.transaction(async (manager) => {
      const now = await enter(manager, municipality);
      const today = localDate(now);
      const referral = await manager.findOneBy(Referral, { municipality, id });
      if (!referral) throw new Refused(404, 'not-found');
      const { programme, programmeVersion, familyId } = referral;
      const definition = await this.programmes.version(manager, municipality, programme, programmeVersion);
      const shown = shownToTriage(actor, definition, await this.reach(manager, actor, referral, today), today);
      const where = { municipality, referralId: id };
      const intake = await manager.findOneBy(Intake, where);
      const steps = await manager.find(ReferralStep, { where, order: { number: 'ASC' } });
      const place = await manager.findOneBy(Place, where);
      const families = definition.targetBand
        ? await manager.countBy(Referral, { municipality, programme, state: 'accepted' })
        : 0;
      await this.log(manager, actor, familyId, now, lookAt(shown));
      const { reason, facts, parentsPart, receivedOn, state, since, outcome, nextOwner, version } = referral;
      const frame = { id, familyId, programme, programmeVersion, version, receivedOn };
      const { referringUnit, senderReference } = referral;
      return viewOf(
        this.keys,
        municipality,
        {
          ...frame,
          referringUnit,
          senderReference,
          state,
          since,
          outcome,
          nextOwner,
          reason,
          parentsPart,
          facts: facts as Facts,
          members: intake?.members ?? null,
          history: steps.map(
            ({ number, at, command, state: left, nextOwner: owner, unit, function: name, reason: why }) => {
              const text = why?.toString('base64') ?? null;
              return { number, at, command, state: left, nextOwner: owner, unit, function: name, reason: text };
            },
          ),
          place: place && { groupId: place.groupId, startsOn: place.startsOn },
        },
        definition,
        families,
        shown,
      );
    });
  }

  private async reach(manager: EntityManager, actor: Actor, referral: Referral, today: string): Promise<Reach> {
    const { municipality, sub, unit } = actor;
    const { familyId, triageUnit, persons } = referral;
    const about = { municipality, personId: In(persons ?? []) };
    const barred = await manager.exists(BarredPerson, { where: holding({ ...about, sub }, today) });
    const others = await manager.findBy(UnitMember, { municipality, unit, sub: Not(sub) });
    const own = { ...about, kind: 'own-person', sub: In(others.map((other) => other.sub)) };
    const isColleague = await manager.exists(BarredPerson, { where: holding(own, today) });
    const leave = { municipality, sub, unit, function: actor.function, familyId };
    const cleared = await manager.exists(Clearance, { where: holding(leave, today) });
    const bases = await manager.findBy(
      Basis,
      holding({ municipality, toUnit: unit, purpose: 'triage', ended: IsNull() }, today),
    );
    const covered = await manager.findBy(
      BasisPerson,
      holding({ ...about, basisId: In(bases.map((basis) => basis.id)), state: 'covered' }, today),
    );
    const granting = bases.filter(
      (basis) => persons && covered.filter(({ basisId }) => basisId === basis.id).length === persons.length,
    );
    return {
      reached: triageUnit === unit || triageUnit === null,
      barred,
      colleague: isColleague && !cleared,
      granted: granting.flatMap(({ categories }) => categories),
    };
  }

  private async log(
    manager: EntityManager,
    actor: Actor,
    familyId: string,
    now: Date,
    look: ReturnType<typeof lookAt>,
  ): Promise<void> {
    const { municipality, unit, azp } = actor;
    const entry = manager.create(AccessLogEntry, {
      ...look,
      municipality,
      unit,
      azp,
      occurredAt: now,
      kind: 'look',
      subjects: [familyId],
      actorKind: actor.kind,
      actorSub: actor.sub,
      function: actor.function,
      requestId: randomUUID(),
      traceparent: null,
    });
    await manager.save(entry);
  }
}
