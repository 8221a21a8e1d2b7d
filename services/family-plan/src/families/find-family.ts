import type { Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { findHolders } from '../custody/find-custody.js';
import { Person } from '../persons/person.js';
import { toFamilyView, type FamilyView } from './families.dto.js';
import { findMembers } from './family-member.js';
import { getFamily } from './get-family.js';
import { Household } from './household.js';

@Injectable()
export class FindFamily {
  constructor(private readonly database: Database) {}

  async get({ municipality }: Actor, id: string): Promise<FamilyView> {
    return this.database.inTransaction(municipality, async (tx) => {
      const family = await getFamily(tx, id);
      const households = await tx.manager.find(Household, {
        where: { municipality, familyId: id },
        order: { id: 'ASC' },
      });
      const members = await findMembers(tx, id);
      const ids = members.map(({ personId }) => personId);
      const custody = await findHolders(tx, ids);
      const persons = await tx.manager.findBy(Person, { municipality, id: In(ids) });
      tx.log({ kind: 'look', act: 'family.read', subjects: [id, ...ids] });
      return toFamilyView({ family, households, members, custody, persons }, tx.personalData);
    });
  }
}
