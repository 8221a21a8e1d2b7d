import { Looks, type Actor } from '@helhed/access';
import { ObservationMoved } from '@helhed/contracts';
import { Database, type Tx } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { observationDays } from '@helhed/programmes';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { chooseProgramme } from '../child-views/choose-programme.js';
import { ReachFamily } from '../families/reach-family.js';
import { requireChild } from '../families/require-child.js';
import { requireParent } from '../goals/require-member.js';
import { getProgramme } from '../programmes/programme-copy.js';
import { keepDue } from './observation-due.js';
import { Observation } from './observation.js';
import type { ObservationReceipt, OfferObservation as Wish } from './observations.dto.js';

@Injectable()
export class OfferObservation {
  constructor(
    private readonly database: Database,
    private readonly families: ReachFamily,
    private readonly looks: Looks,
  ) {}

  /** Offered, and no more: whether the parent wants it, and on which basis, comes later. */
  async run(actor: Actor, wish: Wish): Promise<ObservationReceipt> {
    const { municipality } = actor;
    let made: Observation | undefined;
    const { id } = await this.database.createOnce(municipality, async (tx) => {
      const { familyId, personId, parentId } = wish;
      await this.families.named(tx, actor, acts.offerObservation, familyId);
      await requireChild(tx, acts.offerObservation, familyId, personId);
      await requireParent(tx, acts.offerObservation, familyId, parentId);
      const look = await this.looks.within(tx, actor, acts.offerObservation);
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
    const find = ({ manager }: Tx) => manager.findOneByOrFail(Observation, { municipality, id });
    return { id, familyId: (await this.families.again(actor, acts.offerObservation, find)).familyId };
  }
}
