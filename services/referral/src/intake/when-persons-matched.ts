import { PersonsMatched, type CloudEvent } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import type { DataOf } from '../data-of.js';
import { giveOpenPlaces } from '../places/assign-place.js';
import { lockQueue } from '../places/queue.js';
import { dropIdentities } from './drop-identities.js';

@Controller()
export class WhenPersonsMatched {
  /**
   * Family-plan has the persons: the intake's document goes, and which person is which stays, by id. Who waited until it was
   * known whom they must not sit with has what is open.
   */
  @On(PersonsMatched)
  async handle({ data }: CloudEvent<DataOf<typeof PersonsMatched>>, { tx }: EventContext): Promise<void> {
    const { referralId, familyId, members } = data;
    const persons = members.map(({ intakePersonId, personId, role }) => ({ id: intakePersonId, role, personId }));
    const programme = await lockQueueAround(tx, referralId);
    await dropIdentities(tx, referralId);
    await tx.query(
      `WITH known AS (UPDATE intake SET members = $2 WHERE municipality = helhed.tenant() AND referral_id = $1)
       UPDATE referral SET persons = $3 WHERE municipality = helhed.tenant() AND id = $1`,
      [referralId, JSON.stringify(persons), persons.map(({ personId }) => personId)],
    );
    tx.log({ kind: 'command', act: 'intake.drop-identities', subjects: [familyId] });
    if (programme !== undefined) await giveOpenPlaces(tx, programme);
  }
}

/** The queue is locked before any referral: whoever gives a place meanwhile knows the persons, or this sees who waits. */
async function lockQueueAround(tx: Tx, referralId: string): Promise<string | undefined> {
  const [referral] = await tx.query<{ programme: string }>(
    'SELECT programme FROM referral WHERE municipality = helhed.tenant() AND id = $1',
    [referralId],
  );
  if (referral) await lockQueue(tx, referral.programme);
  return referral?.programme;
}
