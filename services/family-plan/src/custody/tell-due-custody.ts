import { CustodyEnded, CustodyRecorded } from '@helhed/contracts';
import { Database, Workers, type Tx } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';
import { continueTrace, log, requestContext } from '@helhed/telemetry';
import { Injectable } from '@nestjs/common';
import { toChange } from '../families/reach-family.js';
import { CustodyDue } from './custody-due.js';
import { Custody } from './custody.js';

const batch = 100;

@Injectable()
export class TellDueCustody {
  constructor(
    private readonly database: Database,
    private readonly workers: Workers,
  ) {}

  /** Tells of custody again with its end at the child's majority, once that is near. @returns of how many it told */
  async run(): Promise<number> {
    const due = await this.workers.query<{ municipality: MunicipalityCode; id: string }>(dueCustody, [batch]);
    let done = 0;
    for (const { municipality, id } of due) {
      try {
        if (await this.#tell(municipality, id)) done++;
      } catch (error) {
        // one that cannot be told of now must not keep the others
        log.warn('will be tried again', { context: 'custody', error });
      }
    }
    return done;
  }

  #tell(municipality: MunicipalityCode, id: string): Promise<boolean> {
    return continueTrace(undefined, 'tell custody', () => {
      const context = requestContext.getStore();
      if (context) context.actor = { kind: 'service', issuer: 'helhed', sub: 'custody', azp: 'family-plan' };
      return this.database.inTransaction(municipality, (tx) => tellDue(tx, id));
    });
  }
}

async function tellDue(tx: Tx, id: string): Promise<boolean> {
  const { manager, municipality, today } = tx;
  const custody = await manager.findOne(Custody, toChange(tx, id));
  const { affected } = await manager.delete(CustodyDue, { municipality, custodyId: id });
  // another instance was first
  if (affected === 0 || !custody) return false;
  const told = custody.recorded(today);
  if (told.to === null || told.to === custody.to) return false;
  // after a stop the day may have come: what rests on it is taken away now
  if (told.to <= today) tx.emit(CustodyEnded, { ...told, to: told.to });
  else tx.emit(CustodyRecorded, told);
  return true;
}

const dueCustody = `
  SELECT d.municipality, d.custody_id AS id FROM custody_due d JOIN helhed.municipality m ON m.code = d.municipality
  WHERE d.due_on <= ((clock_timestamp() + make_interval(secs => m.clock_offset_ms / 1000.0)) AT TIME ZONE 'Europe/Copenhagen')::date
  ORDER BY d.due_on LIMIT $1`;
