import type { Actor } from '@helhed/access';
import type { BirthDatesClaim } from '@helhed/contracts';
import { Database } from '@helhed/database';
import { getGroundRules, valueOn } from '@helhed/programmes';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { hasReached } from '../persons/age.js';
import { Person } from '../persons/person.js';
import { findMembers } from './family-member.js';
import { getFamily } from './get-family.js';

@Injectable()
export class FindBirthDates {
  constructor(private readonly database: Database) {}

  /** The claim check of `family-plan.persons-matched`. @throws DomainError `not-found`, or `family-erased` (410) */
  async run({ municipality }: Actor, familyId: string): Promise<BirthDatesClaim> {
    return this.database.inTransaction(municipality, async (tx) => {
      await getFamily(tx, familyId);
      const members = await findMembers(tx, familyId);
      const ids = members.map(({ personId }) => personId);
      const persons = await tx.manager.findBy(Person, { municipality, id: In(ids) });
      const born = new Map(persons.map((person) => [person.id, person.openBirthDate(tx.personalData)]));
      const majority = valueOn(getGroundRules().ages.majority, tx.today);
      tx.log({ kind: 'look', act: 'family.birth-dates', subjects: [familyId, ...ids] });
      const told = members.map(({ personId, role }) => {
        const birthDate = born.get(personId) ?? null;
        const adult = hasReached(majority, birthDate, role, tx.today);
        return { personId, adult, birthDate: adult ? null : birthDate };
      });
      return { familyId, members: told };
    });
  }
}
