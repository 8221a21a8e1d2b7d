import type { Actor } from '@helhed/access';
import { Database, type Tx } from '@helhed/database';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { book } from '../calendar/book.js';
import { findBusyTimes } from '../calendar/find-busy-times.js';
import { insist } from '../courses/book-whole.js';
import { BusyTimes, type Need } from '../courses/clashes.js';
import { courseClashes } from '../courses/course-refusals.js';
import { findSessions } from '../courses/find-course.js';
import { bookingsOf, toPlan } from '../courses/needs.js';
import { Overtaken } from '../courses/save-course.js';
import { bookingsFor } from '../conversations/conversation.js';
import { findComing } from '../conversations/free-conversations.js';
import type { Group } from '../groups/group.js';
import { GroupStaff } from '../groups/group-staff.js';
import { requireStaff } from '../groups/require-staff.js';
import { requireSuitable } from './disqualified.js';
import { lockReachedGroup } from './lock-reached-group.js';
import { settleStaffing } from './settle-staffing.js';
import { toGroupStaffView, type ChangeStaff, type GroupStaffView } from './staffing.dto.js';

@Injectable()
export class JoinStaff {
  constructor(private readonly database: Database) {}

  /** Somebody runs the group from now on, at all sessions and conversations that are to come; or not, with the reasons. Asked again, nothing happens. */
  async run(actor: Actor, groupId: string, version: number, wish: ChangeStaff): Promise<GroupStaffView> {
    return insist(() =>
      this.database.inTransaction(actor.municipality, (tx) => this.#join(tx, actor, groupId, version, wish)),
    );
  }

  async #join(
    tx: Tx,
    actor: Actor,
    groupId: string,
    version: number,
    { staff: staffId }: ChangeStaff,
  ): Promise<GroupStaffView> {
    const { manager, municipality } = tx;
    const group = await lockReachedGroup(tx, actor, groupId);
    const member = { municipality, groupId, staffId };
    if (!(await manager.existsBy(GroupStaff, member))) {
      requireVersion(group, version);
      await requireStaff(tx, actor, [staffId], []);
      await requireSuitable(tx, 'group.join-staff', groupId, staffId);
      await bookFor(tx, group, staffId);
      await manager.insert(GroupStaff, member);
      group.changed();
      await manager.save(group);
      tx.log({ kind: 'command', act: 'group.join-staff', subjects: [staffId] });
    }
    return toGroupStaffView(tx, group, await settleStaffing(tx, group));
  }
}

/** @throws DomainError `course-clashes` where the calendar has something else at a session */
async function bookFor(tx: Tx, group: Group, staffId: string): Promise<void> {
  const sessions = group.courseId === null ? [] : await findSessions(tx, group.courseId);
  const coming = sessions.filter(({ startsAt, cancelledAt }) => startsAt > tx.now && !cancelledAt);
  const conversations = await findComing(tx, { groupId: group.id });
  const all = [...coming, ...conversations].toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) return;
  const need: Need = { kind: 'person', id: staffId, as: 'staff' };
  const needs = { session: [need], 'theme-evening': [need] };
  const busy = new BusyTimes(await findBusyTimes(tx, [need], { startsAt: first.startsAt, endsAt: last.endsAt }));
  const taken = conversations.filter((each) => busy.isTaken(need, each)).map((session) => ({ session, need }));
  const clashes = [...busy.clashesOf(coming.map(toPlan), needs), ...taken];
  if (clashes.length > 0) throw courseClashes(clashes, []);
  const bookings = [...bookingsOf(coming, needs), ...conversations.flatMap((each) => bookingsFor(each, [need]))];
  if ((await book(tx, bookings)).length > 0) throw new Overtaken();
}
