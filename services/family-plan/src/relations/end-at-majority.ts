import { endRelation } from '@helhed/access';
import { RelationEnded } from '@helhed/contracts';
import { Database, Workers, type Tx } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';
import { continueTrace, log, requestContext } from '@helhed/telemetry';
import { Injectable } from '@nestjs/common';
import { toChange } from '../families/reach-family.js';
import { ofAgeOn } from '../persons/of-age-on.js';
import { RelationDue } from './relation-due.js';
import { Relation } from './relation.js';

const batch = 100;

@Injectable()
export class EndAtMajority {
  constructor(
    private readonly database: Database,
    private readonly workers: Workers,
  ) {}

  /** A grown-up is no child of the institution: ends its relation on the day, once that is near. @returns how many it ended */
  async run(): Promise<number> {
    const due = await this.workers.query<{ municipality: MunicipalityCode; id: string }>(dueRelations, [batch]);
    let done = 0;
    for (const { municipality, id } of due) {
      try {
        if (await this.#end(municipality, id)) done++;
      } catch (error) {
        // one that cannot be ended now must not keep the others
        log.warn('will be tried again', { context: 'relations', error });
      }
    }
    return done;
  }

  #end(municipality: MunicipalityCode, id: string): Promise<boolean> {
    return continueTrace(undefined, 'end relation', () => {
      const context = requestContext.getStore();
      if (context) context.actor = { kind: 'service', issuer: 'helhed', sub: 'relations', azp: 'family-plan' };
      return this.database.inTransaction(municipality, (tx) => endDue(tx, id));
    });
  }
}

async function endDue(tx: Tx, id: string): Promise<boolean> {
  const { manager, municipality, today } = tx;
  const relation = await manager.findOne(Relation, toChange(tx, id));
  const { affected } = await manager.delete(RelationDue, { municipality, relationId: id });
  // another instance was first
  if (affected === 0 || !relation?.personId) return false;
  const grown = (await ofAgeOn(tx, [relation.personId])).get(relation.personId);
  // after a stop the day may have gone by, and nobody is told which it was
  const last = grown !== undefined && grown < today ? today : grown;
  if (last === undefined || (relation.to !== null && relation.to <= last)) return false;
  const ended = relation.end(last);
  await manager.save(relation);
  tx.emit(RelationEnded, ended);
  await endRelation(tx, ended);
  return true;
}

const dueRelations = `
  SELECT d.municipality, d.relation_id AS id FROM relation_due d JOIN helhed.municipality m ON m.code = d.municipality
  WHERE d.due_on <= ((clock_timestamp() + make_interval(secs => m.clock_offset_ms / 1000.0)) AT TIME ZONE 'Europe/Copenhagen')::date
  ORDER BY d.due_on LIMIT $1`;
