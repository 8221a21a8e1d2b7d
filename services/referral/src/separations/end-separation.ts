import { Looks, type Actor } from '@helhed/access';
import { Database, type Tx } from '@helhed/database';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { giveOpenPlaces } from '../places/assign-place.js';
import { lockQueue } from '../places/queue.js';
import { pairThing, separationFacts } from './pair-thing.js';
import { Separation } from './separation.js';
import { toSeparationView, type SeparationView } from './separations.dto.js';

const what = { da: 'Adskillelsen', en: 'The separation' };

@Injectable()
export class EndSeparation {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
  ) {}

  /** Who waited because of it has what is open now. */
  async run(actor: Actor, id: string, version: number): Promise<SeparationView> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const look = await this.looks.within(tx, actor, acts.endSeparation);
      const query = look.query(pairThing);
      look.one(query, await separationFacts(look, query, id), what);
      const separation = await lockSeparation(tx, id);
      requireVersion(separation, version);
      separation.end(tx.today);
      await tx.manager.save(separation);
      await giveOpenPlaces(tx, separation.programme);
      tx.log({ kind: 'command', act: 'separation.end', subjects: [separation.familyId, separation.otherFamilyId] });
      return toSeparationView(separation);
    });
  }
}

/** The queue is locked before any referral, and before what keeps its families apart. */
async function lockSeparation(tx: Tx, id: string): Promise<Separation> {
  const { manager, municipality } = tx;
  const { programme } = await manager.findOneByOrFail(Separation, { municipality, id });
  await lockQueue(tx, programme);
  return manager.findOneOrFail(Separation, { where: { municipality, id }, lock: { mode: 'pessimistic_write' } });
}
