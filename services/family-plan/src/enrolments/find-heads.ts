import type { Actor } from '@helhed/access';
import type { HeadsClaim } from '@helhed/contracts';
import { Database } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { headsByAge } from '@helhed/programmes';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { findMembers } from '../families/family-member.js';
import { getFamily } from '../families/get-family.js';
import { Person } from '../persons/person.js';
import { getProgramme } from '../programmes/programme-copy.js';
import { Enrolment } from './enrolment.js';
import type { HeadsQuery } from './enrolments.dto.js';

@Injectable()
export class FindHeads {
  constructor(private readonly database: Database) {}

  /**
   * The claim check of `family-plan.enrolled`.
   * @throws DomainError `not-found`, or `family-erased` (410), or `unavailable` while the definition is under way
   */
  async run({ municipality }: Actor, enrolmentId: string, { on, programmeVersion }: HeadsQuery): Promise<HeadsClaim> {
    return this.database.inTransaction(municipality, async (tx) => {
      const enrolment = await tx.manager.findOneBy(Enrolment, { municipality, id: enrolmentId });
      if (!enrolment) throw notFound({ da: 'Indskrivningen', en: 'The enrolment' });
      const { familyId, programme } = enrolment;
      await getFamily(tx, familyId);
      const { group } = await getProgramme(tx, programme, programmeVersion);
      const ids = (await findMembers(tx, familyId)).map(({ personId }) => personId);
      const persons = await tx.manager.findBy(Person, { municipality, id: In(ids) });
      tx.log({ kind: 'look', act: 'enrolment.heads', subjects: [familyId, ...ids] });
      const birthDates = persons.map((person) => person.openBirthDate(tx.personalData));
      return { enrolmentId, on, ...headsByAge(group?.ageBands ?? [], birthDates, on) };
    });
  }
}
