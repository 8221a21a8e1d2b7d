import { AccessTakenAway, CitizenUnlinked, type CloudEvent, type EventData } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import { raiseEpoch } from './raise-epoch.js';

/**
 * The account reads neither the person nor, by custody, a child any more. As of a relation, the link is told whole with
 * the number; with one in each family where it let somebody in, since who cannot apply an event is closed to its family
 * alone.
 */
@Controller()
export class WhenLinkEnded {
  @On(CitizenUnlinked)
  async tell({ data }: CloudEvent<EventData<typeof CitizenUnlinked>>, { tx }: EventContext): Promise<void> {
    const { linkId } = data;
    const [row] = await tx.query<{ linkedOn: string }>(
      `SELECT linked_on::text AS "linkedOn" FROM helhed.citizen_link WHERE municipality = helhed.tenant() AND id = $1`,
      [linkId],
    );
    if (!row) throw new Error(`link ${linkId} is not known here`);
    const families = await familiesOf(tx, data.personId, linkId);
    if (await isTold(tx, linkId, families)) return;
    for (const familyId of families) {
      const epoch = await raiseEpoch(tx, familyId, { link: linkId });
      tx.emit(AccessTakenAway, { familyId, relation: null, custody: null, link: { ...data, ...row }, epoch });
    }
  }
}

/** Where the person is a member or holds custody; where none is known here the number is nobody's, by the link's own id. */
async function familiesOf(tx: Tx, personId: string, linkId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT family_id AS id FROM family_member WHERE municipality = helhed.tenant() AND person_id = $1
     UNION SELECT family_id FROM custody WHERE municipality = helhed.tenant() AND holder_id = $1 ORDER BY id`,
    [personId],
  );
  return rows.length > 0 ? rows.map(({ id }) => id) : [linkId];
}

/** A snapshot tells an end again, as long as the person is known: it takes nothing away anew. */
async function isTold(tx: Tx, link: string, families: readonly string[]): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM epoch_raise WHERE municipality = helhed.tenant() AND family_id = ANY ($1::uuid[]) AND taken ->> 'link' = $2
     LIMIT 1`,
    [[...families, link], link],
  );
  return rows.length > 0;
}
