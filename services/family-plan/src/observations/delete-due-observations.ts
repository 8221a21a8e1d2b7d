import { ObservationMoved } from '@helhed/contracts';
import { Database, Workers, type Tx } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';
import { continueTrace, log, requestContext } from '@helhed/telemetry';
import { Injectable } from '@nestjs/common';
import { findFamilyToChange } from '../families/get-family.js';
import { toChange } from '../families/reach-family.js';
import { ObservationDue } from './observation-due.js';
import { Observation, ObservationNote } from './observation.js';

const batch = 100;

@Injectable()
export class DeleteDueObservations {
  constructor(
    private readonly database: Database,
    private readonly workers: Workers,
  ) {}

  /** Sees which of all municipalities are due, then acts as each one's municipality. @returns how many it deleted */
  async run(): Promise<number> {
    const due = await this.workers.query<{ municipality: MunicipalityCode; id: string }>(dueObservations, [batch]);
    let done = 0;
    for (const { municipality, id } of due) {
      try {
        if (await this.#delete(municipality, id)) done++;
      } catch (error) {
        // one that cannot be deleted now must not keep the others
        log.warn('will be tried again', { context: 'observations', error });
      }
    }
    return done;
  }

  #delete(municipality: MunicipalityCode, id: string): Promise<boolean> {
    return continueTrace(undefined, 'delete observation', () => {
      const context = requestContext.getStore();
      if (context) context.actor = { kind: 'service', issuer: 'helhed', sub: 'observations', azp: 'family-plan' };
      return this.database.inTransaction(municipality, (tx) => deleteDue(tx, id));
    });
  }
}

/** The family first, as every command locks; another instance may have been first, or it was noted meanwhile. */
async function deleteDue(tx: Tx, id: string): Promise<boolean> {
  const { manager, municipality, today } = tx;
  const named = await manager.findOneBy(Observation, { municipality, id });
  if (named) await findFamilyToChange(tx, named.familyId);
  const observation = named && (await manager.findOne(Observation, toChange(tx, id)));
  const concerned = observation ? [observation.personId, observation.parentId].filter((each) => each !== null) : [];
  if (!observation?.delete(today)) return false;
  await manager.save(observation);
  await manager.delete(ObservationNote, { municipality, observationId: id });
  await manager.delete(ObservationDue, { municipality, observationId: id });
  tx.emit(ObservationMoved, observation.moved());
  tx.log({ kind: 'command', act: 'observation.delete', subjects: [observation.familyId, ...concerned] });
  return true;
}

const dueObservations = `
  SELECT d.municipality, d.observation_id AS id FROM observation_due d JOIN helhed.municipality m ON m.code = d.municipality
  WHERE d.due_on <= ((clock_timestamp() + make_interval(secs => m.clock_offset_ms / 1000.0)) AT TIME ZONE 'Europe/Copenhagen')::date
  ORDER BY d.due_on LIMIT $1`;
