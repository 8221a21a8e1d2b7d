import { endClearance, type Actor } from '@helhed/access';
import { ClearanceEnded } from '@helhed/contracts';
import { Database } from '@helhed/database';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { ReachFamily, toChange } from '../families/reach-family.js';
import { Clearance } from './clearance.js';
import { toClearanceView, type ClearanceView } from './clearances.dto.js';

@Injectable()
export class EndClearance {
  constructor(
    private readonly database: Database,
    private readonly families: ReachFamily,
  ) {}

  async run(actor: Actor, id: string, version: number, on: string | undefined): Promise<ClearanceView> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const clearance = await this.families.inFamily(
        tx,
        actor,
        acts.endClearance,
        await tx.manager.findOne(Clearance, toChange(tx, id)),
      );
      requireVersion(clearance, version);
      const ended = clearance.end(on ?? tx.today);
      await tx.manager.save(clearance);
      tx.emit(ClearanceEnded, ended);
      await endClearance(tx, ended);
      tx.log({ kind: 'command', act: 'clearance.end', subjects: [clearance.familyId] });
      return toClearanceView(clearance);
    });
  }
}
