import { Looks, type AccessFacts, type AccessQuery, type Actor } from '@helhed/access';
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
}

interface Found {
  readonly facts: AccessFacts;
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
      const asked = look.query(lookedAtThing);
      const [found] = await asked.rows<Found>(look.tx, statement(asked, familyId, last ?? null, query.limit + 1));
      look.one(asked, found?.facts, { da: 'Familien', en: 'The family' });
      look.log([familyId], { categories: ['look-up-log'] });
      const rows = found?.rows ?? [];
      return this.paging.page(list, query, rows, Number(found?.total), toUnitLookUp, ({ pos }) => [pos]);
    });
  }
}

function statement(asked: AccessQuery, familyId: string, last: string | number | null, most: number): string {
  const { actor } = asked.question;
  const after = asked.value(last, 'bigint');
  return `
    WITH f AS (SELECT ${asked.value(familyId, 'uuid')} AS id),
    made AS (SELECT x.* FROM f, LATERAL (${unitsLooks('f.id', asked.value(actor.unit ?? null, 'text'))}) x),
    page AS (
      SELECT l.pos::text, l.id, l.at, l.kind, l.act, l.function, l.purposes, l.categories, d.until::text AS until,
        d.confirmed_at IS NOT NULL AS confirmed
      FROM made l LEFT JOIN look_up_deferral d ON d.municipality = l.municipality AND d.look_up_id = l.id
      WHERE ${after} IS NULL OR l.pos < ${after} ORDER BY l.pos DESC LIMIT ${asked.value(most, 'int')})
    SELECT ${asked.facts} AS facts, (SELECT count(*) FROM made) AS total,
      (SELECT jsonb_agg(page ORDER BY page.pos::bigint DESC) FROM page) AS rows
    FROM f`;
}

function toUnitLookUp({ id, at, kind, act, function: name, purposes, categories, until, confirmed }: Row): UnitLookUp {
  const deferral = until === null ? null : { until, confirmed };
  return { id, at: new Date(at).toISOString(), kind, act, function: name, purposes, categories, deferral };
}
