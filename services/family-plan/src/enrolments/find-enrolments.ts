import { Looks, type AccessFacts, type AccessQuery, type Actor, type Look } from '@helhed/access';
import { Paging, type Page, type PageQuery } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { familyThing } from '../families/family-thing.js';
import { lookAtFamily } from '../families/look-at-family.js';
import { enrolmentThing } from './enrolment-thing.js';
import { toEnrolmentView, type EnrolmentQuery, type EnrolmentRow, type EnrolmentView } from './enrolments.dto.js';

interface Listed {
  readonly total: number;
  /** By which epoch a group was asked for, where some are shown on a revocable ground */
  readonly counted: string | null;
  readonly rows: readonly (EnrolmentRow & { readonly facts: AccessFacts })[];
}

@Injectable()
export class FindEnrolments {
  constructor(
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  /** Those that the actor reaches (A-FAM-03). */
  page(actor: Actor, query: EnrolmentQuery): Promise<Page<EnrolmentView>> {
    const { programme, groupId } = query;
    return this.looks.at(actor, acts.listEnrolments, (look) =>
      this.#list(look, 'enrolments', query, (asked) => [
        ...(programme === undefined ? [] : [`e.programme = ${asked.value(programme, 'text')}`]),
        // a group is the enrolment's own to show: asked for, it is found only where it is shown (A-LST-03)
        ...(groupId === undefined ? [] : [`e.group_id = ${asked.value(groupId, 'uuid')}`, asked.shown('enrolment')]),
      ]),
    );
  }

  /** Those of a family that the actor reaches (A-FAM-02). @throws DomainError as `lookAtFamily` does */
  ofFamily(actor: Actor, familyId: string, query: PageQuery): Promise<Page<EnrolmentView>> {
    return this.looks.at(actor, acts.listEnrolmentsOf, async (look) => {
      await lookAtFamily(look, look.query(familyThing, []), familyId);
      return this.#list(look, `enrolments of ${familyId}`, query, (asked) => [
        `e.family_id = ${asked.value(familyId, 'uuid')}`,
      ]);
    });
  }

  async #list(
    look: Look,
    list: string,
    query: PageQuery,
    filter: (asked: AccessQuery) => readonly string[],
  ): Promise<Page<EnrolmentView>> {
    const [last] = this.paging.after(list, query) ?? [];
    const asked = look.query(enrolmentThing);
    const which = ['e.municipality = helhed.tenant()', inFamily, ...filter(asked), asked.reached].join(' AND ');
    const statement = listOf(asked, {
      which,
      after: asked.value(last ?? null, 'uuid'),
      limit: asked.value(query.limit + 1, 'int'),
      byGroup: 'groupId' in query && query.groupId !== undefined,
    });
    const [{ total, counted, rows }] = (await asked.rows<Listed>(look.tx, statement)) as [Listed];
    look.counted(counted);
    const view = ({ facts, ...row }: Listed['rows'][number]) => toEnrolmentView(row, look.item(asked, facts));
    return this.paging.page(list, query, rows, total, view, ({ id }) => [id]);
  }
}

/** An erased family has no relations left, to whoever leads the programme neither. */
const inFamily = `EXISTS (SELECT FROM family f
  WHERE f.municipality = e.municipality AND f.id = e.family_id AND f.state <> 'erased')`;

interface ListOf {
  readonly which: string;
  readonly after: string;
  readonly limit: string;
  readonly byGroup: boolean;
}

/** One page and the total of all, by one statement. */
const listOf = (asked: AccessQuery, { which, after, limit, byGroup }: ListOf): string => `
  WITH listed AS (SELECT e.id FROM enrolment e WHERE ${which}), page AS (
    SELECT e.id, e.family_id AS "familyId", e.referral_id AS "referralId", e.programme, e.place_id AS "placeId",
      e.group_id AS "groupId", e.enrolled_on AS "enrolledOn", e.ended_on AS "endedOn", ${asked.facts} AS facts
    FROM enrolment e WHERE e.municipality = helhed.tenant()
      AND e.id = ANY (ARRAY(SELECT id FROM listed WHERE ${after} IS NULL OR id > ${after} ORDER BY id LIMIT ${limit})))
  SELECT (SELECT count(*)::int FROM listed) AS total,
    ${byGroup ? countedOf(asked) : 'NULL'} AS counted,
    (SELECT coalesce(jsonb_agg(page ORDER BY page.id), '[]') FROM page) AS rows`;

const countedOf = (asked: AccessQuery): string => `(SELECT ${asked.countedAt('enrolment')} FROM enrolment e
  WHERE e.municipality = helhed.tenant() AND e.id IN (SELECT id FROM listed))`;
