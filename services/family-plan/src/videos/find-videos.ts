import { Looks, type Actor } from '@helhed/access';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { familyThing } from '../families/family-thing.js';
import { lookAtFamily } from '../families/look-at-family.js';
import { isThere, videoThing } from './video-thing.js';
import type { VideoQuery, VideoView } from './videos.dto.js';
import { columnsOfVideo, toVideoView, type VideoRow } from './show-video.js';

@Injectable()
export class FindVideos {
  constructor(
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  /** Those of a family that whoever asks registered: of each what the bases allow. @throws DomainError as `lookAtFamily` does */
  async ofFamily(actor: Actor, familyId: string, asked: VideoQuery): Promise<Page<VideoView>> {
    const list = `videos in ${familyId}`;
    const [last] = this.paging.after(list, asked) ?? [];
    return this.looks.at(actor, acts.listVideos, async (look) => {
      await lookAtFamily(look, look.query(familyThing, []), familyId);
      const { sections, relations } = acts.readVideo;
      const query = look.query(videoThing, sections, relations);
      const { rows, total } = await look.list<VideoRow>(query, {
        from: 'video vid',
        where: [isThere, `vid.family_id = ${query.value(familyId, 'uuid')}`],
        columns: columnsOfVideo,
        after: last ? `vid.id > ${query.value(last, 'uuid')}` : undefined,
        order: 'vid.id',
        limit: asked.limit + 1,
      });
      const view = ({ facts, ...row }: (typeof rows)[number]) => toVideoView(row, look.item(query, facts), look.tx);
      return this.paging.page(list, asked, rows, total, view, ({ id }) => [id]);
    });
  }
}
