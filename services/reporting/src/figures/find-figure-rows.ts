import { Looks, type Actor } from '@helhed/access';
import type { FigureCode } from '@helhed/contracts';
import { notFound } from '@helhed/kernel';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { getProgramme } from '../programmes/programme-copy.js';
import { rowsOf } from './figures.js';
import type { RowQuery, RowView } from './figures.dto.js';
import { rowThing } from './row-thing.js';
import { selectedRows } from './selected-rows.js';

@Injectable()
export class FindFigureRows {
  constructor(
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  /** The rows that a figure counts: ids, dates and codes, and whose they are. What is withheld is no row (A-LST-03). */
  async page(actor: Actor, code: FigureCode, asked: RowQuery): Promise<Page<RowView>> {
    const list = `rows of ${code}`;
    const [day, id] = this.paging.after(list, asked) ?? [];
    return this.looks.at(actor, acts.rows, async (look) => {
      const { definition } = await getProgramme(look.tx, asked.programme);
      if (!definition.figures.includes(code))
        throw notFound({ da: 'Tallet i den indsats', en: 'The figure in that programme' });
      const query = look.query(rowThing);
      const { rows, total } = await look.list<RowView>(query, {
        from: selectedRows(look, query, rowsOf(code), asked),
        where: ['true'],
        by: 'figure.row',
        columns: { id: 'c.id', familyId: 'c.family_id', on: 'c.day::text', part: 'c.part', count: 'c.count::int' },
        after: day ? `(c.day, c.id) > (${query.value(day, 'date')}, ${query.value(id, 'uuid')})` : undefined,
        order: 'c.day, c.id',
        limit: asked.limit + 1,
      });
      const view = ({ facts, ...row }: (typeof rows)[number]): RowView => {
        look.item(query, facts);
        return { id: row.id, familyId: row.familyId, on: row.on, part: row.part, count: row.count };
      };
      return this.paging.page(list, asked, rows, total, view, (row) => [row.on, row.id]);
    });
  }
}
