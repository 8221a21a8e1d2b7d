import type { Actor } from '@helhed/access';
import { CustodyRecorded } from '@helhed/contracts';
import { Database, type Tx } from '@helhed/database';
import { DomainError, newId } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { findMembers } from '../families/family-member.js';
import { requireNamed, requireToldCustody } from '../families/named-in-family.js';
import { ReachFamily } from '../families/reach-family.js';
import { ofAgeOn } from '../persons/of-age-on.js';
import { keepCustody } from './custody-due.js';
import { toCustodyReceipt, type CustodyReceipt, type RecordCustody as Told } from './custody.dto.js';
import { Custody } from './custody.js';

@Injectable()
export class RecordCustody {
  constructor(
    private readonly database: Database,
    private readonly families: ReachFamily,
  ) {}

  async run(actor: Actor, told: Told): Promise<CustodyReceipt> {
    const { municipality } = actor;
    let made: Custody | undefined;
    const { id } = await this.database.createOnce(municipality, async (tx) => {
      const look = await this.families.named(tx, actor, acts.recordCustody, told.familyId);
      await requireNamed(look, told.familyId, { members: [told.childId, told.holderId] });
      await requireToldCustody(look, told.familyId, told.childId);
      const members = (await findMembers(tx, told.familyId)).map(({ personId }) => personId);
      const ages = await ofAgeOn(tx, [told.childId]);
      const known = { ...told, ofAgeOn: ages.get(told.childId) ?? null };
      const custody = Custody.record(municipality, newId(), known, members);
      tx.log({ kind: 'command', act: 'custody.record', subjects: [told.familyId, told.childId, told.holderId] });
      await requireFree(tx, custody);
      await keepCustody(tx, custody);
      tx.emit(CustodyRecorded, custody.recorded(tx.today));
      made = custody;
      return { id: custody.id };
    });
    // a repeat that lost a race made one too, and it was rolled back
    if (made?.id === id) return toCustodyReceipt(made, false);
    const find = ({ manager }: Tx) => manager.findOneBy(Custody, { municipality, id });
    return toCustodyReceipt(await this.families.again(actor, acts.recordCustody, find), false);
  }
}

/** One period at a time for a child and a holder; the database refuses whoever is at it at the same time. */
async function requireFree(tx: Tx, { childId, holderId, from, to }: Custody): Promise<void> {
  const overlapping = await tx.query(
    `SELECT FROM custody WHERE municipality = helhed.tenant() AND child_id = $1 AND holder_id = $2
     AND daterange(from_date, to_date) && daterange($3::date, $4::date)`,
    [childId, holderId, from, to],
  );
  if (overlapping.length === 0) return;
  // it tells who holds custody, also where that is withheld: the family can read who was told
  tx.keepLooks();
  throw new DomainError('conflict', 'custody-known', {
    da: 'Forældremyndigheden er allerede registreret i den periode.',
    en: 'The custody is recorded already in that period.',
  });
}
