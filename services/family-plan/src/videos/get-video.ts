import { Looks, type AccessFacts, type Actor } from '@helhed/access';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { foundVideo, isThere } from './video-thing.js';
import type { VideoView } from './videos.dto.js';
import { columnsOfVideo, toVideoView, type VideoRow } from './show-video.js';

@Injectable()
export class GetVideo {
  constructor(private readonly looks: Looks) {}

  /**
   * @throws DomainError `not-found` where it is not there, was deleted, its family is erased or merged, or it is out of reach:
   * one and the same answer; 403 for one's own, a relative's or a colleague's record
   */
  async run(actor: Actor, id: string): Promise<VideoView> {
    return this.looks.at(actor, acts.readVideo, async (look) => {
      const query = look.query(foundVideo);
      const columns = Object.entries(columnsOfVideo).map(([name, sql]) => `${sql} AS "${name}"`);
      const [row] = await query.rows<VideoRow & { readonly facts: AccessFacts }>(
        look.tx,
        `SELECT ${columns.join(', ')}, ${query.facts} AS facts
         FROM video vid JOIN family f ON f.municipality = vid.municipality AND f.id = vid.family_id
         WHERE ${isThere} AND vid.id = ${query.value(id, 'uuid')} AND f.merged_into IS NULL AND f.state <> 'erased'`,
      );
      const decision = look.one(query, row?.facts, { da: 'Videoen', en: 'The video' });
      return toVideoView(row as VideoRow, decision, look.tx);
    });
  }
}
