import { AccessTakenAway, type CloudEvent, type EventData } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';

/** Of a service that has a copy of the links: family-plan has its own. */
@Controller()
export class WhenLinkTaken {
  /**
   * In the transaction that raises the epoch by it: for who answers at that epoch the link has ended, told by whomever
   * first. One of which family-plan has told nothing here yet is known from now on, as one that ended.
   */
  @On(AccessTakenAway)
  async take({ data: { link } }: CloudEvent<EventData<typeof AccessTakenAway>>, { tx }: EventContext): Promise<void> {
    if (!link) return;
    await tx.query(
      `INSERT INTO helhed.citizen_link AS known (municipality, id, person_id, sub, linked_on, ended_on)
       VALUES (helhed.tenant(), $1, $2, $3, $4, $5)
       ON CONFLICT (municipality, id) DO UPDATE SET ended_on = least(known.ended_on, excluded.ended_on)`,
      [link.linkId, link.personId, link.sub, link.linkedOn, link.endedOn],
    );
  }
}
