import { ObservationMoved } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { findFamilyToChange } from '../families/get-family.js';
import { toChange } from '../families/reach-family.js';
import { ObservationDue } from './observation-due.js';
import { Observation, ObservationNote } from './observation.js';

/** The family first, as every command locks; another instance may have been first, or it was noted meanwhile. */
export async function deleteObservation(tx: Tx, id: string): Promise<boolean> {
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
