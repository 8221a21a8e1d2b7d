import { VideoDeleted } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { findFamilyToChange } from '../families/get-family.js';
import { toChange } from '../families/reach-family.js';
import { VideoDue } from './video-due.js';
import { Video } from './video.js';

/** The family first, as every command locks; another instance may have been first. */
export async function deleteVideo(tx: Tx, id: string): Promise<boolean> {
  const { manager, municipality, today } = tx;
  const named = await manager.findOneBy(Video, { municipality, id });
  if (named) await findFamilyToChange(tx, named.familyId);
  const video = named && (await manager.findOne(Video, toChange(tx, id)));
  const persons = video?.persons ?? [];
  if (!video?.delete(today)) return false;
  await manager.save(video);
  await manager.delete(VideoDue, { municipality, videoId: id });
  const deleted = video.deleted();
  if (deleted) tx.emit(VideoDeleted, deleted);
  tx.log({ kind: 'command', act: 'video.delete', subjects: [video.familyId, ...persons] });
  return true;
}
