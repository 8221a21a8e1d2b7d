import type { Actor } from '@helhed/access';
import { Database, type Tx } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { groupNotFound, lockGroup } from '../groups/find-groups.js';
import { findParticipants } from '../groups/find-participants.js';
import { reaches } from '../reach.js';
import type { CourseView, PlaceCourse as Wish } from './courses.dto.js';
import { planCourse } from './plan-course.js';
import { Overtaken, saveCourse } from './save-course.js';

@Injectable()
export class PlaceCourse {
  constructor(private readonly database: Database) {}

  /**
   * All sessions and theme evenings, and each family's conversations, with all that they take up, in one act; or none, with
   * the reasons.
   */
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
    const plan = await planCourse(tx, group, wish, participants);
    tx.log({ kind: 'command', act: 'course.place', subjects: participants.seats.map(({ familyId }) => familyId) });
    return saveCourse(tx, { group, courseId, wish, plan, participants });
  }
}
