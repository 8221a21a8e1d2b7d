import { Looks, type AccessFacts, type Actor, type Look } from '@helhed/access';
import { Database, type Tx } from '@helhed/database';
import { notFound, type DomainError } from '@helhed/kernel';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { acts } from '../acts.js';
import { findCourse } from '../courses/find-course.js';
import { countGroupNeeds } from '../needs/people.js';
import { getProgrammeOf } from '../programmes/programme-copy.js';
import { reachesAll } from '../reach.js';
import { countHeads } from './count-heads.js';
import { allShown, findPlaces } from './find-places.js';
import { groupThing } from './group-things.js';
import { Group } from './group.js';
import { GroupStaff } from './group-staff.js';
import { toGroupSummary, type GroupQuery, type GroupSummary, type GroupView } from './groups.dto.js';
import { Seat } from './seat.js';

@Injectable()
export class FindGroups {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  /** The group with its places; who has one is withheld for each family by itself. */
  async get(actor: Actor, id: string): Promise<GroupView> {
    const { municipality } = actor;
    return this.looks.at(actor, acts.readGroup, async (look) => {
      const { tx } = look;
      await reachGroup(look, id);
      const group = await tx.manager.findOneByOrFail(Group, { municipality, id });
      const staff = await tx.manager.findBy(GroupStaff, { municipality, groupId: id });
      const places = await findPlaces(look, id);
      const seats = await tx.manager.findBy(Seat, { municipality, groupId: id });
      const ended = new Set(seats.flatMap(({ endedAt, placeId }) => (endedAt ? [placeId] : [])));
      const coming = places.filter(({ id: place }) => !ended.has(place));
      const { families, ageBands } = (await getProgrammeOf(tx, group)).group;
      return {
        ...toGroupSummary(group),
        staff: staff.map(({ staffId }) => staffId),
        families: { seated: seats.length, ...families, tooFew: seats.length < families.min },
        heads: await countHeads(tx, ageBands, coming),
        places,
        needs: group.courseId ? await countGroupNeeds(tx, group.courseId, allShown(coming)) : [],
        course: group.courseId ? await findCourse(tx, group.courseId) : null,
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

/** @throws DomainError `not-found` where it is not there or out of reach */
async function reachGroup(look: Look, id: string): Promise<void> {
  const query = look.query(groupThing, []);
  const [row] = await query.rows<{ facts: AccessFacts }>(
    look.tx,
    `SELECT ${query.facts} AS facts FROM family_group g
     WHERE g.municipality = helhed.tenant() AND g.id = ${query.value(id, 'uuid')}`,
  );
  look.one(query, row?.facts, groupName);
}

/** Who seats a family and who places the course take turns, so that neither misses the other's work. */
export async function lockGroup({ manager, municipality }: Tx, id: string): Promise<Group | null> {
  return manager.findOne(Group, { where: { municipality, id }, lock: { mode: 'pessimistic_write' } });
}

const groupName = { da: 'Gruppen', en: 'The group' };
export const groupNotFound = (): DomainError => notFound(groupName);
