import type { Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { DomainError, newId } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { foreignUnit, reaches } from '../reach.js';
import { FindStaff } from './find-staff.js';
import { StaffMember } from './staff-member.js';
import type { AddStaff as Wish, StaffView } from './staff.dto.js';

@Injectable()
export class AddStaff {
  constructor(
    private readonly database: Database,
    private readonly staff: FindStaff,
  ) {}

  /** Once for a person, whatever units they work in: else one person could be booked as two. */
  async run(actor: Actor, { sub, unit, function: does, name }: Wish): Promise<StaffView> {
    const { municipality } = actor;
    if (!reaches(actor, unit)) throw foreignUnit();
    const { id } = await this.database.createOnce(municipality, async (tx) => {
      if (await tx.manager.existsBy(StaffMember, { municipality, sub })) throw alreadyThere();
      const member = { municipality, id: newId(), sub, unit, function: does, name, version: 1 };
      await tx.manager.insert(StaffMember, member);
      tx.log({ kind: 'command', act: 'staff.add', subjects: [member.id], categories: ['staff'] });
      return { id: member.id };
    });
    return this.staff.get(actor, id);
  }
}

const alreadyThere = () =>
  new DomainError('conflict', 'staff-already-added', {
    da: 'Medarbejderen er allerede oprettet.',
    en: 'The person is already on the staff.',
  });
