import { Looks, type Actor } from '@helhed/access';
import { ObservationMoved } from '@helhed/contracts';
import { Database } from '@helhed/database';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import type { ObservationReceipt } from './observations.dto.js';
import { reachObservation } from './reach-observation.js';

@Injectable()
export class AnswerObservation {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
  ) {}

  /**
   * What the parent answered, as the psychologist was told it. Said again, it is as before; and once it was noted, also to
   * whoever is shown nothing of it: a refusal would tell that (A-FAM-42).
   */
  async run(actor: Actor, id: string, answer: 'accepted' | 'declined'): Promise<ObservationReceipt> {
    const act = answer === 'accepted' ? acts.acceptObservation : acts.declineObservation;
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const { observation, decision } = await reachObservation(this.looks, tx, actor, act, id, ['observation']);
      const { familyId, personId, parentId } = observation;
      const concerned = [personId, parentId].filter((person) => person !== null);
      tx.log({ kind: 'command', act: act.act, subjects: [familyId, ...concerned] });
      if (observation.state === 'noted') {
        if (!decision.shows('observation')) return { id, familyId };
        tx.keepLooks();
      }
      if (observation.answer(answer, tx.today)) {
        await tx.manager.save(observation);
        tx.emit(ObservationMoved, observation.moved());
      }
      return { id, familyId };
    });
  }
}
