import { frame } from '@helhed/access';
import { code, date, id } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { pageOf, pageQuery } from '@helhed/web';
import { z } from 'zod';
import type { Group } from '../groups/group.js';
import { GroupStaff } from '../groups/group-staff.js';
import type { Shortage } from './shortage.js';

export const ChangeStaff = z
  .strictObject({ staff: id.describe('A member of staff.') })
  .meta({ id: 'ChangeStaff', examples: [{ staff: '0198a1b2-0000-7000-8000-000000000002' }] });
export type ChangeStaff = z.infer<typeof ChangeStaff>;

const shortage = {
  function: code.describe('Of which there are too few.'),
  needed: z.int().positive().describe('How many the definition asks for.'),
  present: z.int().nonnegative().describe('How many there are.'),
};

export const GroupStaffView = frame(
  z
    .strictObject({
      id: id.describe('The group’s.'),
      staff: z.array(id).describe('Ids of staff who run it now.'),
      short: z
        .array(z.strictObject(shortage))
        .describe('What it lacks; empty where it has what the definition asks for.'),
      version: z.int().positive(),
    })
    .meta({ id: 'GroupStaff' }),
);
export type GroupStaffView = z.infer<typeof GroupStaffView>;

export async function toGroupStaffView(
  { manager, municipality }: Tx,
  { id: groupId, version }: Group,
  short: readonly Shortage[],
): Promise<GroupStaffView> {
  const staff = await manager.find(GroupStaff, { where: { municipality, groupId }, order: { staffId: 'ASC' } });
  return { id: groupId, staff: staff.map(({ staffId }) => staffId), short: [...short], version };
}

export const StaffingAlarmView = z
  .strictObject({
    id,
    group: id,
    programme: code,
    unit: code.describe('Whose group it is.'),
    ...shortage,
    since: date.describe('Since when there are too few.'),
  })
  .meta({ id: 'StaffingAlarm' });
export type StaffingAlarmView = z.infer<typeof StaffingAlarmView>;

export const StaffingAlarmPage = pageOf(StaffingAlarmView);
export const StaffingAlarmQuery = pageQuery({ programme: code.optional() });
export type StaffingAlarmQuery = z.infer<typeof StaffingAlarmQuery>;

export const groupStaffExample: GroupStaffView = {
  id: '0198a1b2-0000-7000-8000-000000000010',
  staff: ['0198a1b2-0000-7000-8000-000000000003'],
  short: [{ function: 'group-leader', needed: 2, present: 1 }],
  version: 3,
};
export const alarmExample: StaffingAlarmView = {
  id: '0198a1b2-0000-7000-8000-000000000031',
  group: '0198a1b2-0000-7000-8000-000000000010',
  programme: 'nyborg-familiestue',
  unit: 'familiestuen',
  function: 'group-leader',
  needed: 2,
  present: 1,
  since: '2026-10-12',
};
