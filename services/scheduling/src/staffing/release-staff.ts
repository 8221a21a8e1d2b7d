import type { Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { Injectable } from '@nestjs/common';
import { GroupStaff } from '../groups/group-staff.js';
import { requireVersion } from '@helhed/web';
import { lockReachedGroup } from './lock-reached-group.js';
import { settleStaffing } from './settle-staffing.js';
import { toGroupStaffView, type ChangeStaff, type GroupStaffView } from './staffing.dto.js';

@Injectable()
export class ReleaseStaff {
  constructor(private readonly database: Database) {}

  /** Somebody runs the group no more: free of the sessions that are to come. Asked again, nothing happens. */
  async run(actor: Actor, groupId: string, version: number, { staff: staffId }: ChangeStaff): Promise<GroupStaffView> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const { manager, municipality, now } = tx;
      const group = await lockReachedGroup(tx, actor, groupId);
      const member = await manager.findOneBy(GroupStaff, { municipality, groupId, staffId });
      if (member) {
        requireVersion(group, version);
        await manager.remove(member);
        await tx.query(
          `DELETE FROM booking WHERE municipality = $1 AND resource_kind = 'person' AND resource_id = $2 AND appointment_id IN (
             SELECT a.id FROM appointment a WHERE a.municipality = $1 AND (a.course_id = $3 OR a.group_id = $5) AND a.starts_at > $4)`,
          [municipality, staffId, group.courseId, now, groupId],
        );
        group.changed();
        await manager.save(group);
        tx.log({ kind: 'command', act: 'group.release-staff', subjects: [staffId] });
      }
      return toGroupStaffView(tx, group, await settleStaffing(tx, group));
    });
  }
}
