import type { Actor } from '@helhed/access';
import { ObservationMoved } from '@helhed/contracts';
import { Database, type Tx } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { observationDays } from '@helhed/programmes';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { chooseProgramme } from '../child-views/choose-programme.js';
import { requireNamed } from '../families/named-in-family.js';
import { ReachFamily } from '../families/reach-family.js';
import { getProgramme } from '../programmes/programme-copy.js';
import { keepDue } from './observation-due.js';
import { Observation } from './observation.js';
import type { ObservationReceipt, OfferObservation as Wish } from './observations.dto.js';

@Injectable()
export class OfferObservation {
  constructor(
    private readonly database: Database,
    private readonly families: ReachFamily,
  ) {}

  /** Offered, and no more: whether the parent wants it, and on which basis, comes later. */
  async run(actor: Actor, wish: Wish): Promise<ObservationReceipt> {
    const { municipality } = actor;
    let made: Observation | undefined;
    const { id } = await this.database.createOnce(municipality, async (tx) => {
      const { familyId, personId, parentId } = wish;
      const look = await this.families.named(tx, actor, acts.offerObservation, familyId);
      await requireNamed(look, familyId, { children: [personId], parents: [parentId] });
      const programme = await chooseProgramme(look, familyId, wish.programme);
      const days = observationDays(await getProgramme(tx, programme), tx.today);
      const whose = { municipality, id: newId(), familyId, programme, personId, parentId };
      const observation = Observation.offer({ ...whose, unit: actor.unit as string, sub: actor.sub }, tx.today, days);
      await tx.manager.insert(Observation, observation);
      await keepDue(tx, observation);
      tx.emit(ObservationMoved, observation.moved());
      tx.log({ kind: 'command', act: 'observation.offer', subjects: [familyId, personId, parentId] });
      made = observation;
      return { id: observation.id };
    });
    // a repeat that lost a race made one too, and it was rolled back
    if (made?.id === id) return { id, familyId: made.familyId };
    const find = ({ manager }: Tx) => manager.findOneBy(Observation, { municipality, id });
    return { id, familyId: (await this.families.again(actor, acts.offerObservation, find)).familyId };
  }
}
