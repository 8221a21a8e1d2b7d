import { StaffingMended, StaffingShort } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { In } from 'typeorm';
import type { Group } from '../groups/group.js';
import { GroupStaff } from '../groups/group-staff.js';
import { getProgrammeOf } from '../programmes/programme-copy.js';
import { StaffMember } from '../staff/staff-member.js';
import { findDisqualified } from './disqualified.js';
import { shortagesOf, type Shortage } from './shortage.js';
import { StaffingAlarm } from './staffing-alarm.js';

/**
 * Raises an alarm for each function that is short, and clears what is mended; who may not run the group is not counted as there.
 * The caller holds the group, and has changed its staff or its families.
 */
export async function settleStaffing(tx: Tx, group: Group): Promise<Shortage[]> {
  const { manager, municipality } = tx;
  const of = { municipality, groupId: group.id };
  const ids = (await manager.findBy(GroupStaff, of)).map(({ staffId }) => staffId);
  const staff = await manager.findBy(StaffMember, { municipality, id: In(ids) });
  const { staff: wanted } = (await getProgrammeOf(tx, group)).group;
  const disqualified = await findDisqualified(tx, group.id, ids);
  const counted = staff.filter(({ id }) => !disqualified.has(id));
  const shortages = shortagesOf(
    wanted,
    counted.map((member) => member.function),
  );
  const raised = await manager.findBy(StaffingAlarm, of);
  for (const shortage of shortages) await raise(tx, group, shortage, raised);
  const mended = raised.filter((alarm) => !shortages.some((each) => each.function === alarm.function));
  for (const alarm of mended) {
    await manager.remove(alarm);
    tx.emit(StaffingMended, { ...about(group), function: alarm.function, mendedOn: tx.today });
  }
  return shortages;
}

async function raise(tx: Tx, group: Group, shortage: Shortage, raised: readonly StaffingAlarm[]): Promise<void> {
  const known = raised.find((alarm) => alarm.function === shortage.function);
  if (known?.present === shortage.present) return;
  const { municipality, today } = tx;
  const { id = newId(), since = today } = known ?? {};
  await tx.manager.save(StaffingAlarm, { municipality, id, groupId: group.id, ...shortage, since });
  tx.emit(StaffingShort, { ...about(group), ...shortage, since });
}

const about = ({ id: groupId, programme }: Group) => ({ groupId, programme });
