import { Looks, type AccessFacts, type Actor, type Look } from '@helhed/access';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { acts } from './acts.js';
import type { UnitLookUp, UnitLookUpQuery } from './look-ups.dto.js';
import { lookedAtThing, unitsLooks } from './things.js';

interface Row extends Omit<UnitLookUp, 'at' | 'deferral'> {
  readonly pos: string;
  readonly at: string;
  readonly until: string | null;
  readonly confirmed: boolean;
  readonly anew: string | null;
}

interface Found {
  readonly total: string;
  readonly rows: Row[] | null;
}

@Injectable()
export class FindUnitLookUps {
  constructor(
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  /** Where somebody with authority finds the look to defer: those of the own unit at one family, the latest first. */
  async page(actor: Actor, familyId: string, query: UnitLookUpQuery): Promise<Page<UnitLookUp>> {
    return this.looks.at(actor, acts.unitList, async (look) => {
      const list = `look-ups of ${familyId} in ${actor.unit ?? ''}`;
      const [last] = this.paging.after(list, query) ?? [];
      await reach(look, familyId);
      const [found] = await look.tx.query<Found>(statement, [familyId, actor.unit, last ?? null, query.limit + 1]);
      look.log([familyId], { categories: ['look-up-log'] });
      const rows = found?.rows ?? [];
      return this.paging.page(list, query, rows, Number(found?.total), toUnitLookUp, ({ pos }) => [pos]);
    });
  }
}

/** Asked first: of a family that is out of reach no page is made, as of one that is not there. @throws DomainError `not-found` */
async function reach(look: Look, familyId: string): Promise<void> {
  const asked = look.query(lookedAtThing);
  const [found] = await asked.rows<{ facts: AccessFacts }>(
    look.tx,
    `SELECT ${asked.facts} AS facts FROM (SELECT ${asked.value(familyId, 'uuid')}) f (id) WHERE ${asked.related}`,
  );
  look.one(asked, found?.facts, { da: 'Familien', en: 'The family' });
}

const statement = `
  WITH made AS (${unitsLooks('$1::uuid', '$2::text')}),
  page AS (
    SELECT l.pos::text, l.id, l.at, l.kind, l.act, l.function, l.purposes, l.categories, d.until::text AS until,
      d.confirmed_at IS NOT NULL AS confirmed, a.until::text AS anew
    FROM made l
    LEFT JOIN LATERAL (SELECT * FROM look_up_deferral o WHERE o.municipality = l.municipality AND o.look_up_id = l.id
      AND (o.family_id IS NULL OR o.family_id = $1::uuid) ORDER BY o.family_id NULLS FIRST LIMIT 1) d ON true
    LEFT JOIN look_up_deferral_anew a
      ON a.municipality = d.municipality AND a.look_up_id = d.look_up_id AND a.family_id IS NOT DISTINCT FROM d.family_id
        AND a.confirmed_at IS NULL
    WHERE $3::bigint IS NULL OR l.pos < $3::bigint ORDER BY l.pos DESC LIMIT $4::int)
  SELECT (SELECT count(*) FROM made) AS total,
    (SELECT jsonb_agg(page ORDER BY page.pos::bigint DESC) FROM page) AS rows`;

function toUnitLookUp(row: Row): UnitLookUp {
  const { id, at, kind, act, function: name, purposes, categories, until, confirmed, anew } = row;
  const deferral = until === null ? null : { until, confirmed, anew };
  return { id, at: new Date(at).toISOString(), kind, act, function: name, purposes, categories, deferral };
}
