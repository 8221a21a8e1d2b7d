import { endRelation, isCaseFunction, notAllowed, type Actor } from '@helhed/access';
import { RelationEnded } from '@helhed/contracts';
import { Database } from '@helhed/database';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { findReachedProgrammes } from '../child-views/choose-programme.js';
import { ReachFamily, toChange } from '../families/reach-family.js';
import { maySet } from './may-set.js';
import { Relation } from './relation.js';
import { toRelationView, type RelationView } from './relations.dto.js';

@Injectable()
export class EndRelation {
  constructor(
    private readonly database: Database,
    private readonly families: ReachFamily,
  ) {}

  /** By a relation of the row's own programme, as it is set. Of another programme it is not there. */
  async run(actor: Actor, id: string, version: number, on: string | undefined): Promise<RelationView> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const relation = await this.families.inFamily(
        tx,
        actor,
        acts.endRelation,
        await tx.manager.findOne(Relation, toChange(tx, id)),
        (row) => isNamed(actor, row),
        async (look, { familyId, programme }) => (await findReachedProgrammes(look, familyId)).includes(programme),
      );
      if (!isNamed(actor, relation) && !maySet(actor, relation.kind)) throw notAllowed();
      requireVersion(relation, version);
      const ended = relation.end(on ?? tx.today);
      await tx.manager.save(relation);
      tx.emit(RelationEnded, ended);
      await endRelation(tx, ended);
      tx.log({ kind: 'command', act: 'relation.end', subjects: [relation.familyId] });
      return toRelationView(relation);
    });
  }
}

/** Whom it names may always step back. */
const isNamed = ({ sub, unit, function: name }: Actor, relation: Relation): boolean =>
  unit !== undefined &&
  name !== undefined &&
  relation.names({ sub, unit, function: name, carriesCases: isCaseFunction(name) });
