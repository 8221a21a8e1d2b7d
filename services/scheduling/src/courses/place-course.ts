import type { Actor } from '@helhed/access';
import { Database, type Tx } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { findBusyTimes } from '../calendar/find-busy-times.js';
import { startOfDay } from '../calendar/local-time.js';
import { inThePast } from '../calendar/plannable.js';
import { findClosedDays } from '../closures/closure.js';
import { groupNotFound, lockGroup } from '../groups/find-groups.js';
import { findParticipants } from '../groups/find-participants.js';
import type { Group } from '../groups/group.js';
import { getProgrammeOf } from '../programmes/programme-copy.js';
import { reaches } from '../reach.js';
import { horizon, nearestAlternatives } from './alternatives.js';
import { BusyTimes } from './clashes.js';
import { courseClashes, requirePlaceable } from './course-refusals.js';
import type { CourseView, PlaceCourse as Wish } from './courses.dto.js';
import { allNeeds, groupNeeds } from './needs.js';
import { Overtaken, saveCourse } from './save-course.js';
import { placeSeries } from './series.js';

@Injectable()
export class PlaceCourse {
  constructor(private readonly database: Database) {}

  /** All sessions and theme evenings with all that they take up, in one act; or none, with the reasons. */
  async run(actor: Actor, groupId: string, version: number, wish: Wish): Promise<CourseView> {
    for (let attempt = 1; ; attempt++)
      try {
        return await this.database.inTransaction(actor.municipality, (tx) =>
          this.#place(tx, actor, groupId, version, wish),
        );
      } catch (error) {
        // somebody booked between the look and the booking: the next look sees it and tells
        if (!(error instanceof Overtaken) || attempt === 3) throw error;
      }
  }

  async #place(tx: Tx, actor: Actor, groupId: string, version: number, wish: Wish): Promise<CourseView> {
    const group = await lockGroup(tx, groupId);
    if (!group || !reaches(actor, group.unit)) throw groupNotFound();
    requireVersion(group, version);
    const courseId = newId();
    group.takeCourse(courseId);
    const participants = await findParticipants(tx, groupId);
    const needs = groupNeeds(group.roomId, participants.staffIds, participants.members);
    const plan = await this.#plan(tx, group, wish, needs);
    tx.log({ kind: 'command', act: 'course.place', subjects: participants.seats.map(({ familyId }) => familyId) });
    return saveCourse(tx, { group, courseId, wish, plan, needs, participants });
  }

  async #plan(tx: Tx, group: Group, wish: Wish, needs: ReturnType<typeof groupNeeds>) {
    const { series } = (await getProgrammeOf(tx, group)).group;
    requirePlaceable(series, wish, tx.today);
    const isClosed = await findClosedDays(tx, wish.from);
    const outline = placeSeries(series, wish, { isClosed, isTaken: () => false });
    const knownUntil = horizon(outline);
    const known = { startsAt: startOfDay(wish.from), endsAt: knownUntil };
    const busy = new BusyTimes(await findBusyTimes(tx, allNeeds(needs), known));
    const taken = { session: busy.of(needs.session), 'theme-evening': busy.of(needs['theme-evening']) };
    const isTaken = (kind: keyof typeof needs, time: typeof known) => taken[kind].isTaken(time);
    const obstacles = { isClosed, knownUntil, isTaken };
    const plan = placeSeries(series, wish, obstacles);
    if (plan[0]!.startsAt < tx.now) throw inThePast('from');
    const clashes = busy.clashesOf(plan, needs);
    if (clashes.length > 0) throw courseClashes(clashes, await nearestAlternatives(series, wish, obstacles));
    return plan;
  }
}
