import type { Tx } from '@helhed/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A session, for whoever comes, or a conversation in the place of one that is off: what names the one means the other. It names no family. */
@Entity('made_up_meeting')
export class MadeUpMeeting {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid', { name: 'meeting_id' }) readonly meetingId!: string;
  @Column('uuid', { name: 'replaces_id' }) readonly replacesId!: string;
}

/** The meeting, those that it was put in the place of, and those that were put in its own: the least id first. */
export async function inPlaceOf(tx: Tx, meeting: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `WITH RECURSIVE same (id) AS (
       SELECT $1::uuid
       UNION SELECT CASE WHEN m.meeting_id = s.id THEN m.replaces_id ELSE m.meeting_id END
         FROM same s JOIN made_up_meeting m ON m.municipality = helhed.tenant() AND s.id IN (m.meeting_id, m.replaces_id)
     ) SELECT id FROM same ORDER BY id`,
    [meeting],
  );
  return rows.map(({ id }) => id);
}
