import { notAllowed, type Actor } from '@helhed/access';
import { BasisRecorded } from '@helhed/contracts';
import { Database } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { currentEpoch } from '../epoch/current-epoch.js';
import { FamilyMember } from '../families/family-member.js';
import type { BasisView, RecordBasis as Asserted } from './bases.dto.js';
import { Basis } from './basis.js';
import { FindBases } from './find-bases.js';

@Injectable()
export class RecordBasis {
  constructor(
    private readonly database: Database,
    private readonly bases: FindBases,
  ) {}

  async run(actor: Actor, asserted: Asserted): Promise<BasisView> {
    const { municipality } = actor;
    const by = assertedBy(actor);
    const { id } = await this.database.createOnce(municipality, async (tx) => {
      const members = await tx.manager.findBy(FamilyMember, { municipality, familyId: asserted.familyId });
      const { now: at, today, personalData: data } = tx;
      const basis = Basis.record(asserted, { municipality, id: newId(), members, at, today, by, data });
      await tx.manager.insert(Basis, basis);
      tx.emit(BasisRecorded, basis.recorded(await currentEpoch(tx)));
      tx.log({ kind: 'command', act: 'basis.record', subjects: [basis.familyId, ...basis.persons] });
      return { id: basis.id };
    });
    return this.bases.get(actor, id);
  }
}

/** A basis is asserted by a person in a function. */
function assertedBy({ sub, unit, function: name }: Actor) {
  if (unit === undefined || name === undefined) throw notAllowed();
  return { sub, unit, function: name };
}
