import type { Actor } from '@helhed/access';
import { Database, type Tx } from '@helhed/database';
import { notFound, type DomainError } from '@helhed/kernel';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import { findCourse } from '../courses/find-course.js';
import { getProgrammeOf } from '../programmes/programme-copy.js';
import { reaches, reachesAll } from '../reach.js';
import { countHeads } from './count-heads.js';
import { Group } from './group.js';
import { GroupStaff } from './group-staff.js';
import { toGroupSummary, type GroupQuery, type GroupSummary, type GroupView } from './groups.dto.js';
import { Place } from './place.js';
import { Seat } from './seat.js';
import { SeatClash } from './seat-clash.js';

@Injectable()
export class FindGroups {
  constructor(
    private readonly database: Database,
    private readonly paging: Paging,
  ) {}

  async get(actor: Actor, id: string): Promise<GroupView> {
    const { municipality } = actor;
    return this.database.inTransaction(municipality, async (tx) => {
      const { manager } = tx;
      const group = await getGroup(tx, id, actor);
      const staff = await manager.findBy(GroupStaff, { municipality, groupId: id });
      const places = await manager.find(Place, { where: { municipality, groupId: id }, order: { id: 'ASC' } });
      const seats = await manager.findBy(Seat, { municipality, groupId: id });
      const clashes = await manager.findBy(SeatClash, { municipality, seatId: In(seats.map((seat) => seat.id)) });
      const { families, ageBands } = (await getProgrammeOf(tx, group)).group;
      const heads = await countHeads(tx, ageBands, seats);
      const course = group.courseId ? await findCourse(tx, group.courseId) : null;
      tx.log({ kind: 'look', act: 'group.read', subjects: seats.map(({ familyId }) => familyId) });
      const seatIn = (place: Place) => {
        const seat = seats.find(({ placeId }) => placeId === place.id);
        return seat ? toSeatView(seat, clashes) : null;
      };
      return {
        ...toGroupSummary(group),
        staff: staff.map(({ staffId }) => staffId),
        families: { seated: seats.length, ...families, tooFew: seats.length < families.min },
        heads,
        places: places.map((place) => ({ id: place.id, seat: seatIn(place) })),
        course,
      };
    });
  }

  async page(actor: Actor, query: GroupQuery): Promise<Page<GroupSummary>> {
    const { municipality } = actor;
    const [last] = this.paging.after('groups', query) ?? [];
    return this.database.inTransaction(municipality, async ({ manager }) => {
      const own = reachesAll(actor) ? {} : { unit: actor.unit ?? '' };
      const all = { municipality, ...own, ...(query.programme ? { programme: query.programme } : {}) };
      const where = { ...all, ...(last ? { id: MoreThan(String(last)) } : {}) };
      const groups = await manager.find(Group, { where, order: { id: 'ASC' }, take: query.limit + 1 });
      const total = await manager.countBy(Group, all);
      return this.paging.page('groups', query, groups, total, toGroupSummary, ({ id }) => [id]);
    });
  }
}

const toSeatView = ({ id, familyId, takenOn, bookedAt }: Seat, clashes: readonly SeatClash[]) => ({
  id,
  familyId,
  takenOn,
  booked: bookedAt !== null,
  clashes: clashes.filter(({ seatId }) => seatId === id).map(({ appointmentId }) => appointmentId),
});

export async function getGroup({ manager, municipality }: Tx, id: string, actor: Actor): Promise<Group> {
  const group = await manager.findOneBy(Group, { municipality, id });
  if (!group || !reaches(actor, group.unit)) throw groupNotFound();
  return group;
}

/** Who seats a family and who places the course take turns, so that neither misses the other's work. */
export async function lockGroup({ manager, municipality }: Tx, id: string): Promise<Group | null> {
  return manager.findOne(Group, { where: { municipality, id }, lock: { mode: 'pessimistic_write' } });
}

export const groupNotFound = (): DomainError => notFound({ da: 'Gruppen', en: 'The group' });
