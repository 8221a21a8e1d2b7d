import { askedPerson, Looks, personThing, type AccessFacts, type Actor } from '@helhed/access';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { familyThing } from '../groups/group-things.js';
import { attendanceThing } from './attendance-thing.js';
import type { AttendanceQuery, AttendanceView, FamilyAttendanceQuery, OwnAttendance } from './attendance.dto.js';
import { columnsOfAttendance, toAttendanceView, type AttendanceRow } from './show-attendance.js';

interface Asked {
  readonly facts: AccessFacts;
  readonly total: number;
  readonly rows: readonly OwnAttendance[];
}

@Injectable()
export class FindAttendance {
  constructor(
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  /** A family's, of each session what the bases allow (A-SCH-26). @throws DomainError `not-found`; 403 of section 7 */
  ofFamily(actor: Actor, familyId: string, asked: FamilyAttendanceQuery): Promise<Page<AttendanceView>> {
    const { session } = asked;
    const list = `attendance of family ${familyId}${session === undefined ? '' : ` at ${session}`}`;
    const [last] = this.paging.after(list, asked) ?? [];
    return this.looks.at(actor, acts.listAttendance, async (look) => {
      const family = look.query(familyThing, []);
      const [found] = await family.rows<{ facts: AccessFacts }>(
        look.tx,
        `SELECT ${family.facts} AS facts FROM (SELECT ${family.value(familyId, 'uuid')}) f (id)`,
      );
      look.one(family, found?.facts, { da: 'Familien', en: 'The family' });
      const query = look.query(attendanceThing);
      const { rows, total } = await look.list<AttendanceRow>(query, {
        from: 'attendance att',
        where: [
          'att.municipality = helhed.tenant()',
          `att.family_id = ${query.value(familyId, 'uuid')}`,
          ...(session === undefined ? [] : [`att.session_id = ${query.value(session, 'uuid')}`]),
        ],
        columns: columnsOfAttendance,
        after: last ? `att.id > ${query.value(last, 'uuid')}` : undefined,
        order: 'att.id',
        limit: asked.limit + 1,
      });
      const view = ({ facts, ...row }: (typeof rows)[number]) => toAttendanceView(row, look.item(query, facts));
      return this.paging.page(list, asked, rows, total, view, ({ id }) => [id]);
    });
  }

  /**
   * The citizen's own, or a child's in its custody, and nobody else's of the family (A-SCH-27).
   * @throws DomainError `not-found`; `consent-unavailable` (503) for a child, without a lease
   */
  ofPerson(actor: Actor, person: string, asked: AttendanceQuery): Promise<Page<OwnAttendance>> {
    const list = `attendance of ${person}`;
    const [last] = this.paging.after(list, asked) ?? [];
    return this.looks.at(actor, acts.listOwnAttendance, async (look) => {
      const query = look.query(personThing(acts.listOwnAttendance.sections));
      const { today } = look.tx;
      const from = askedPerson(query, { person, sub: actor.sub, today, custody: 'helhed.custody_replica' });
      const [after, limit] = [query.value(last ?? null, 'uuid'), query.value(asked.limit + 1, 'int')];
      const [found] = await query.rows<Asked>(
        look.tx,
        `SELECT ${query.facts} AS facts, (SELECT count(*)::int FROM ${known}) AS total,
           (SELECT coalesce(jsonb_agg(page ORDER BY page.id), '[]') FROM (SELECT ${columns} FROM ${known}
             AND (${after} IS NULL OR att.id > ${after}) ORDER BY att.id LIMIT ${limit}) page) AS rows
         FROM ${from} WHERE ${query.related}`,
      );
      look.one(query, found?.facts, { da: 'Personen', en: 'The person' });
      const { rows, total } = found as Asked;
      return this.paging.page(
        list,
        asked,
        rows,
        total,
        (row) => row,
        ({ id }) => [id],
      );
    });
  }
}

const known = `attendance_mark am
  JOIN attendance att ON att.municipality = am.municipality AND att.id = am.attendance_id
  JOIN appointment a ON a.municipality = att.municipality AND a.id = att.session_id
  WHERE am.municipality = helhed.tenant() AND am.person_id = p.id`;

const columns = `att.id, att.unit, att.session_id AS session, a.kind, a.local_date::text AS date, am.present, am.reason,
  att.recorded_on::text AS "recordedOn"`;
