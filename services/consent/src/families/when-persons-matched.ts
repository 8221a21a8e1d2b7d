import { PersonsMatched, type CloudEvent } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { FamilyMember } from './family-member.js';

type Matched = CloudEvent<z.infer<typeof PersonsMatched.schema>>;

/** From here on bases can be recorded about the family. */
@Controller()
export class WhenPersonsMatched {
  @On(PersonsMatched)
  async keep({ data: { familyId, members } }: Matched, { tx }: EventContext): Promise<void> {
    const rows = members.map(({ personId, role }) => ({ municipality: tx.municipality, familyId, personId, role }));
    await tx.manager.createQueryBuilder().insert().into(FamilyMember).values(rows).orIgnore().execute();
  }
}
