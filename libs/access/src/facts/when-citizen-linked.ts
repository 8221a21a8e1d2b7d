import { CitizenLinked, CitizenUnlinked, FamilyPlanSnapshot, type CloudEvent, type Snapshot } from '@helhed/contracts';
import { isId } from '@helhed/kernel';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import { In, Not } from 'typeorm';
import type { z } from 'zod';
import { CitizenLink } from './citizen-link.js';

type Linked = CloudEvent<z.infer<typeof CitizenLinked.schema>>;
type Unlinked = CloudEvent<z.infer<typeof CitizenUnlinked.schema>>;

@Controller()
export class WhenCitizenLinked {
  /** Told again, by a restored source, it does not take up what has ended. */
  @On(CitizenLinked)
  async link({ data }: Linked, { tx }: EventContext): Promise<void> {
    const { linkId: id, personId, sub, linkedOn } = data;
    const row = { municipality: tx.municipality, id, personId, sub, linkedOn, endedOn: null };
    await tx.manager.createQueryBuilder().insert().into(CitizenLink).values(row).orIgnore().execute();
  }

  @On(CitizenUnlinked)
  async unlink({ data: { linkId: id, endedOn } }: Unlinked, { tx }: EventContext): Promise<void> {
    const link = await tx.manager.findOneBy(CitizenLink, { municipality: tx.municipality, id });
    if (link?.end(endedOn)) await tx.manager.save(link);
  }

  /** A link that family-plan knows no more, since it was restored, lets nobody in. */
  @On(FamilyPlanSnapshot)
  async settle({ data: { orderKey: personId, events } }: CloudEvent<Snapshot>, { tx }: EventContext): Promise<void> {
    if (!isId(personId)) return;
    const told = events.filter(({ type }) => type === CitizenLinked.type).map(({ data }) => data['linkId']);
    await tx.manager.delete(CitizenLink, { municipality: tx.municipality, personId, id: Not(In(told)) });
  }
}
