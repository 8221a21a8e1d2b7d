import { CustodyRecorded, FamilyPlanSnapshot, PersonsMatched, type CloudEvent, type Snapshot } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { lockFacts } from '../cover/lock-facts.js';
import { recomputeCoverage } from '../cover/recompute-coverage.js';
import { Custody } from '../custody/custody.js';
import { FamilyMember } from '../families/family-member.js';

@Controller()
export class WhenFamilyPlanTold {
  /**
   * Who is no member any more, and custody that is not told any more, since family-plan was restored, is none here. Of an
   * erased family the ids stay.
   */
  @On(FamilyPlanSnapshot)
  async settle({ data: { orderKey, events } }: CloudEvent<Snapshot>, { tx }: EventContext): Promise<void> {
    const matched = events.find(({ type }) => type === PersonsMatched.type);
    if (!matched) return;
    const { manager, municipality } = tx;
    await lockFacts(tx);
    const { members } = PersonsMatched.schema.parse(matched.data);
    const personId = Not(In(members.map((member) => member.personId)));
    await manager.delete(FamilyMember, { municipality, familyId: orderKey, personId });
    const told = events
      .filter(({ type }) => type === CustodyRecorded.type)
      .map(({ data }) => String(data['custodyId']));
    const lost = await manager.findBy(Custody, { municipality, familyId: orderKey, id: Not(In(told)) });
    await manager.remove(lost);
    await recomputeCoverage(tx, {
      persons: [...members.map((member) => member.personId), ...lost.map(({ childId }) => childId)],
    });
  }
}
