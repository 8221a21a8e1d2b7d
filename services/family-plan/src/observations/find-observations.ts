import { Looks, type Actor } from '@helhed/access';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { familyThing } from '../families/family-thing.js';
import { lookAtFamily } from '../families/look-at-family.js';
import { isThere, observationThing } from './observation-thing.js';
import type { ObservationQuery, ObservationView } from './observations.dto.js';
import { columnsOfObservation, toObservationView, type ObservationRow } from './show-observation.js';

@Injectable()
export class FindObservations {
  constructor(
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  /** Those of a family that are there for whoever asks, by whom they were offered: of each what the bases allow. @throws DomainError as `lookAtFamily` does */
  async ofFamily(actor: Actor, familyId: string, asked: ObservationQuery): Promise<Page<ObservationView>> {
    const list = `observations in ${familyId}`;
    const [last] = this.paging.after(list, asked) ?? [];
    return this.looks.at(actor, acts.listObservations, async (look) => {
      await lookAtFamily(look, look.query(familyThing, []), familyId);
      const { sections, relations } = acts.readObservation;
      const query = look.query(observationThing, sections, relations);
      const { rows, total } = await look.list<ObservationRow>(query, {
        from: 'observation o',
        where: [isThere, `o.family_id = ${query.value(familyId, 'uuid')}`],
        columns: columnsOfObservation,
        after: last ? `o.id > ${query.value(last, 'uuid')}` : undefined,
        order: 'o.id',
        limit: asked.limit + 1,
      });
      const view = ({ facts, ...row }: (typeof rows)[number]) =>
        toObservationView(row, look.item(query, facts), look.tx);
      return this.paging.page(list, asked, rows, total, view, ({ id }) => [id]);
    });
  }
}
