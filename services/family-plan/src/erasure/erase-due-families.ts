import { FamilyErased } from '@helhed/contracts';
import { Database, Workers, type Tx } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';
import { continueTrace, log, requestContext } from '@helhed/telemetry';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { ChildView } from '../child-views/child-view.js';
import { Conversation } from '../conversations/conversation.js';
import { leaveCustody } from '../custody/leave-custody.js';
import { FamilyMember } from '../families/family-member.js';
import { findFamilyToChange } from '../families/get-family.js';
import { Goal } from '../goals/goal.js';
import { Household } from '../families/household.js';
import { Observation } from '../observations/observation.js';
import { Person } from '../persons/person.js';
import { PrivacyNotice } from '../privacy-notices/privacy-notice.js';
import { Registration } from '../registrations/registration.js';
import { Video } from '../videos/video.js';
import { untieFamily, untiePersons } from './untie.js';

const batch = 100;

@Injectable()
export class EraseDueFamilies {
  constructor(
    private readonly database: Database,
    private readonly workers: Workers,
  ) {}

  /** Sees which families of all municipalities are due, then acts as each one's municipality. @returns how many it erased */
  async run(): Promise<number> {
    const due = await this.workers.query<{ municipality: MunicipalityCode; id: string }>(dueFamilies, [batch]);
    let erased = 0;
    for (const { municipality, id } of due) {
      try {
        if (await this.#erase(municipality, id)) erased++;
      } catch (error) {
        // one family that cannot be erased now must not keep the others
        log.warn('will be tried again', { context: 'erasure', error });
      }
    }
    return erased;
  }

  #erase(municipality: MunicipalityCode, id: string): Promise<boolean> {
    return continueTrace(undefined, 'erase family', () => {
      const context = requestContext.getStore();
      if (context) context.actor = { kind: 'service', issuer: 'helhed', sub: 'erasure', azp: 'family-plan' };
      return this.database.inTransaction(municipality, (tx) => eraseFamily(tx, id));
    });
  }
}

async function eraseFamily(tx: Tx, familyId: string): Promise<boolean> {
  const { manager, municipality } = tx;
  const family = await findFamilyToChange(tx, familyId);
  // another instance was first, or the family was given a place meanwhile
  if (!family?.erase(tx.today)) return false;
  await manager.save(family);
  const persons = await tx.query<{ id: string }>(lockPersons, [familyId]);
  const ids = persons.map(({ id }) => id);
  await manager.delete(ChildView, { municipality, familyId });
  await manager.delete(Conversation, { municipality, familyId });
  await manager.delete(PrivacyNotice, { municipality, familyId });
  await manager.delete(Goal, { municipality, familyId });
  await manager.delete(Observation, { municipality, familyId });
  await manager.delete(Video, { municipality, familyId });
  await manager.delete(Registration, { municipality, familyId });
  await manager.delete(FamilyMember, { municipality, familyId });
  await manager.delete(Household, { municipality, familyId });
  const gone = (await tx.query<{ id: string }>(nowhereElse, [ids])).map(({ id }) => id);
  await untieFamily(tx, familyId);
  await leaveCustody(tx, familyId, gone);
  await untiePersons(tx, gone);
  await manager.delete(Person, { municipality, id: In(gone) });
  tx.emit(FamilyErased, { familyId });
  tx.log({ kind: 'command', act: 'family.erase', subjects: [familyId, ...ids] });
  return true;
}

const dueFamilies = `
  SELECT f.municipality, f.id FROM family f JOIN helhed.municipality m ON m.code = f.municipality
  WHERE f.erase_on <= ((clock_timestamp() + make_interval(secs => m.clock_offset_ms / 1000.0)) AT TIME ZONE 'Europe/Copenhagen')::date
  ORDER BY f.erase_on LIMIT $1`;

// In the order in which receipts lock persons. With the locks held, the next statement sees every family they are in.
const lockPersons = `
  SELECT p.id FROM person p JOIN family_member m ON m.municipality = p.municipality AND m.person_id = p.id
  WHERE m.municipality = helhed.tenant() AND m.family_id = $1 ORDER BY p.cpr_index FOR UPDATE OF p`;

const nowhereElse = `
  SELECT p.id FROM person p WHERE p.municipality = helhed.tenant() AND p.id = ANY($1)
    AND NOT EXISTS (SELECT FROM family_member m WHERE m.municipality = p.municipality AND m.person_id = p.id)`;
