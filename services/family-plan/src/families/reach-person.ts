import type { Act, Actor } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { Person } from '../persons/person.js';
import { FamilyMember, type Role } from './family-member.js';
import { isToldWho } from './named-in-family.js';
import { ReachFamily } from './reach-family.js';

@Injectable()
export class ReachPerson {
  constructor(private readonly families: ReachFamily) {}

  /**
   * A person, by the address, through a family that the actor reaches and would be shown who is in (A-CMD-02).
   * @throws DomainError `not-found` where there is none, or only such as are not: one and the same answer; `consent-unavailable`
   * (503) while nobody can say whether that may still be shown
   */
  async run(tx: Tx, actor: Actor, act: Act, personId: string) {
    const { manager, municipality } = tx;
    const parts = await manager.find(FamilyMember, { where: { municipality, personId }, order: { familyId: 'ASC' } });
    const reached: { familyId: string; role: Role }[] = [];
    for (const part of parts) {
      const look = await this.families.reached(tx, actor, act, part.familyId);
      if (look && (await isToldWho(look, part.familyId))) reached.push(part);
    }
    const person = reached.length > 0 && (await manager.findOneBy(Person, { municipality, id: personId }));
    if (!person) throw notFound({ da: 'Det, der er bedt om,', en: 'What was asked for' });
    return { person, roles: reached.map(({ role }) => role), familyIds: reached.map(({ familyId }) => familyId) };
  }
}
