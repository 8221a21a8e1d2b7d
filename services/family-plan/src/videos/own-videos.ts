import { acts } from '../acts.js';
import type { OwnKind } from '../own/find-own.js';
import { columnsOfVideo, toOwnVideo, type VideoRow } from './show-video.js';
import { videosOf } from './video-thing.js';
import type { OwnVideo } from './videos.dto.js';

/** Those in which the person is seen (A-FAM-54). */
export const ownVideos: OwnKind<VideoRow, OwnVideo> = {
  act: acts.listOwnVideos,
  table: 'video',
  alias: 'vid',
  known: videosOf('p.id'),
  columns: columnsOfVideo,
  view: toOwnVideo,
};
