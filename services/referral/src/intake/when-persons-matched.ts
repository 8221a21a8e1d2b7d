import { PersonsMatched, type CloudEvent } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import type { DataOf } from '../data-of.js';
import { dropIdentities } from './drop-identities.js';

@Controller()
export class WhenPersonsMatched {
  /** Family-plan has the persons: the intake's document goes, and which person is which stays, by id. */
  @On(PersonsMatched)
  async handle({ data }: CloudEvent<DataOf<typeof PersonsMatched>>, { tx }: EventContext): Promise<void> {
    const { referralId, familyId, members } = data;
    const persons = members.map(({ intakePersonId, personId, role }) => ({ id: intakePersonId, role, personId }));
    await dropIdentities(tx, referralId);
    await tx.query(
      `WITH known AS (UPDATE intake SET members = $2 WHERE municipality = helhed.tenant() AND referral_id = $1)
       UPDATE referral SET persons = $3 WHERE municipality = helhed.tenant() AND id = $1`,
      [referralId, JSON.stringify(persons), persons.map(({ personId }) => personId)],
    );
    tx.log({ kind: 'command', act: 'intake.drop-identities', subjects: [familyId] });
  }
}
