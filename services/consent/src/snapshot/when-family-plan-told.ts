import { FamilyPlanSnapshot, PersonsMatched, type CloudEvent, type Snapshot } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { FamilyMember } from '../families/family-member.js';

@Controller()
export class WhenFamilyPlanTold {
  /** Who is no member any more, since family-plan was restored, is none here. Of an erased family the ids stay. */
  @On(FamilyPlanSnapshot)
  async settle({ data: { orderKey, events } }: CloudEvent<Snapshot>, { tx }: EventContext): Promise<void> {
    const matched = events.find(({ type }) => type === PersonsMatched.type);
    if (!matched) return;
    const { members } = PersonsMatched.schema.parse(matched.data);
    const personId = Not(In(members.map((member) => member.personId)));
    await tx.manager.delete(FamilyMember, { municipality: tx.municipality, familyId: orderKey, personId });
  }
}
