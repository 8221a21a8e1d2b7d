import { Looks, type AccessFacts, type Actor } from '@helhed/access';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { foundObservation, isThere } from './observation-thing.js';
import type { ObservationView } from './observations.dto.js';
import { columnsOfObservation, toObservationView, type ObservationRow } from './show-observation.js';

@Injectable()
export class GetObservation {
  constructor(private readonly looks: Looks) {}

  /**
   * @throws DomainError `not-found` where it is not there, was deleted, its family is erased or merged, or it is out of reach:
   * one and the same answer; 403 for one's own, a relative's or a colleague's record
   */
  async run(actor: Actor, id: string): Promise<ObservationView> {
    return this.looks.at(actor, acts.readObservation, async (look) => {
      const query = look.query(foundObservation);
      const columns = Object.entries(columnsOfObservation).map(([name, sql]) => `${sql} AS "${name}"`);
      const [row] = await query.rows<ObservationRow & { readonly facts: AccessFacts }>(
        look.tx,
        `SELECT ${columns.join(', ')}, ${query.facts} AS facts
         FROM observation o JOIN family f ON f.municipality = o.municipality AND f.id = o.family_id
         WHERE ${isThere} AND o.id = ${query.value(id, 'uuid')} AND f.merged_into IS NULL AND f.state <> 'erased'`,
      );
      const decision = look.one(query, row?.facts, { da: 'Observationen', en: 'The observation' });
      return toObservationView(row as ObservationRow, decision, look.tx);
    });
  }
}
