import type { Tx } from '@helhed/database';
import { In, IsNull, Not } from 'typeorm';
import { isOfFamily } from '../groups/is-of-family.js';
import { invalidNeed, namedAlready } from './need-refusals.js';
import { AppointmentNeed, type Wanted } from './need.js';

/** @throws DomainError `need-invalid` (422) unless whoever it is for is of the family */
export async function requireMember(tx: Tx, familyId: string | null, { personId }: Wanted): Promise<void> {
  if (familyId === null || personId === null) return;
  if (!(await isOfFamily(tx, familyId, personId))) throw invalidNeed('person', 'not-a-member');
}

/** The appointment is locked, so that two who name it at once take turns. @throws DomainError `need-named-already` (409) */
export async function requireNew({ manager }: Tx, need: AppointmentNeed): Promise<void> {
  const { municipality, id, appointmentId, kind, familyId, language } = need;
  const same = { municipality, id: Not(id), appointmentId, kind, state: In(['named', 'arranged', 'to-rearrange']) };
  const of = { familyId: familyId ?? IsNull(), language: language ?? IsNull() };
  if (await manager.existsBy(AppointmentNeed, { ...same, ...of })) throw namedAlready();
}
