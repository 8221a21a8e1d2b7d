import type { Tx } from '@helhed/database';
import { In, IsNull, Not } from 'typeorm';
import { everybodyOf } from '../groups/group-things.js';
import { invalidNeed, namedAlready } from './need-refusals.js';
import { AppointmentNeed, type Wanted } from './need.js';

/** @throws DomainError `need-invalid` (422) unless whoever it is for is of the family */
export async function requireMember(tx: Tx, familyId: string | null, { personId }: Wanted): Promise<void> {
  if (familyId === null || personId === null) return;
  const [found] = await tx.query<{ known: boolean }>(
    `SELECT f.person = ANY (${everybodyOf('f.id')}) AS known FROM (SELECT $1::uuid AS id, $2::uuid AS person) f`,
    [familyId, personId],
  );
  if (!found?.known) throw invalidNeed('person', 'not-a-member');
}

/** The appointment is locked, so that two who name it at once take turns. @throws DomainError `need-named-already` (409) */
export async function requireNew({ manager }: Tx, need: AppointmentNeed): Promise<void> {
  const { municipality, id, appointmentId, kind, familyId, language } = need;
  const same = { municipality, id: Not(id), appointmentId, kind, state: In(['named', 'arranged', 'to-rearrange']) };
  const of = { familyId: familyId ?? IsNull(), language: language ?? IsNull() };
  if (await manager.existsBy(AppointmentNeed, { ...same, ...of })) throw namedAlready();
}
