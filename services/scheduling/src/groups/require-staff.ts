import type { Actor } from '@helhed/access';
import type { GroupShape } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { DomainError } from '@helhed/kernel';
import { In } from 'typeorm';
import { reaches } from '../reach.js';
import { StaffMember } from '../staff/staff-member.js';
import { resourceUnknown } from './resource-unknown.js';

/**
 * A group belongs to the unit that its staff come from.
 * @returns that unit's code
 * @throws DomainError `resource-unknown`, or `too-few-staff` unless there are as many of each function as the definition asks for
 */
export async function requireStaff(
  { manager, municipality }: Tx,
  actor: Actor,
  ids: readonly string[],
  wanted: GroupShape['staff'],
): Promise<string> {
  const found = await manager.findBy(StaffMember, { municipality, id: In([...ids]) });
  const staff = found.filter(({ unit }) => reaches(actor, unit));
  if (staff.length < ids.length) throw resourceUnknown('staff', { da: 'Medarbejderne', en: 'The staff' });
  const missing = wanted
    .map(({ function: code, count }) => ({ code, count: count - staff.filter((one) => one.function === code).length }))
    .filter(({ count }) => count > 0);
  if (missing.length > 0) throw tooFewStaff(missing);
  return staff.find(({ id }) => id === ids[0])!.unit;
}

function tooFewStaff(missing: readonly { code: string; count: number }[]): DomainError {
  const list = missing.map(({ code, count }) => `${count} ${code}`).join(', ');
  return new DomainError(
    'rule',
    'too-few-staff',
    { da: `Gruppen mangler medarbejdere: ${list}.`, en: `The group lacks staff: ${list}.` },
    missing.map(({ code }) => ({ field: 'staff', rule: `too-few-${code}` })),
  );
}
