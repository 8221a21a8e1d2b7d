import { PersonsMatched, type CloudEvent } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';

@Controller()
export class WhenPersonsMatched {
  /** Who belongs to the family: whose own record it is, says nothing else before it is enrolled. */
  @On(PersonsMatched)
  async keep({ data }: CloudEvent<z.infer<typeof PersonsMatched.schema>>, { tx }: EventContext): Promise<void> {
    const { referralId, familyId, members } = data;
    const persons = members.map(({ personId }) => personId);
    await tx.query(
      `INSERT INTO referred_family (municipality, referral_id, family_id, persons) VALUES (helhed.tenant(), $1, $2, $3)
       ON CONFLICT (municipality, referral_id) DO UPDATE SET persons = excluded.persons`,
      [referralId, familyId, persons],
    );
    tx.log({ kind: 'command', act: 'family.note', subjects: [familyId, ...persons] });
  }
}
