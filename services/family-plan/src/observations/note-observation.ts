import { Looks, type Act, type Actor } from '@helhed/access';
import { ObservationMoved } from '@helhed/contracts';
import { Database, type Tx } from '@helhed/database';
import { DomainError } from '@helhed/kernel';
import { observationDays } from '@helhed/programmes';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { getProgramme } from '../programmes/programme-copy.js';
import { sealNote } from './observation-texts.js';
import { moveDue } from './observation-due.js';
import { ObservationNote, type Observation } from './observation.js';
import type { NoteObservation as Told, ObservationReceipt } from './observations.dto.js';
import { reachObservation, requireBasis } from './reach-observation.js';

@Injectable()
export class NoteObservation {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
  ) {}

  /** What was seen; from here on it is kept as long as the definition says after it was held. */
  async run(actor: Actor, id: string, { heldOn, note }: Told): Promise<ObservationReceipt> {
    return this.#noted(actor, acts.noteObservation, id, async (tx, observation) => {
      const days = observationDays(await getProgramme(tx, observation.programme), heldOn);
      observation.note(heldOn, tx.today, days);
      await tx.manager.save(observation);
      await moveDue(tx, observation);
      await add(tx, id, note);
      tx.emit(ObservationMoved, observation.moved());
    });
  }

  /** Beside what was noted, which stays as it was written. */
  async amend(actor: Actor, id: string, note: string): Promise<ObservationReceipt> {
    return this.#noted(actor, acts.amendObservation, id, async (tx, observation) => {
      observation.requireNoted();
      await add(tx, id, note);
    });
  }

  /** Once for one Idempotency-Key; a repeat reaches it, and is answered, only where its basis is still in force. */
  async #noted(
    actor: Actor,
    act: Act,
    id: string,
    work: (tx: Tx, observation: Observation) => Promise<void>,
  ): Promise<ObservationReceipt> {
    let familyId: string | undefined;
    const reach = async (tx: Tx) => {
      const reached = await reachObservation(this.looks, tx, actor, act, id, ['observation']);
      requireBasis(reached);
      return reached.observation;
    };
    await this.database.createOnce(actor.municipality, async (tx) => {
      const observation = await reach(tx);
      const concerned = [observation.personId, observation.parentId].filter((person) => person !== null);
      tx.log({ kind: 'command', act: act.act, subjects: [observation.familyId, ...concerned] });
      try {
        await work(tx, observation);
      } catch (refusal) {
        // it tells the state, or a day, to whom they are shown
        if (refusal instanceof DomainError) tx.keepLooks();
        throw refusal;
      }
      ({ familyId } = observation);
      return { id };
    });
    familyId ??= (await this.database.inTransaction(actor.municipality, reach)).familyId;
    return { id, familyId };
  }
}

/** The observation's row is locked: nobody else counts at the same time. */
async function add({ manager, municipality, personalData, today }: Tx, id: string, text: string): Promise<void> {
  const number = 1 + (await manager.countBy(ObservationNote, { municipality, observationId: id }));
  const note = sealNote(personalData, municipality, id, number, text);
  await manager.insert(ObservationNote, { municipality, observationId: id, number, note, notedOn: today });
}
