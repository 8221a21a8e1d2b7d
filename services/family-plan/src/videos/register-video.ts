import { Looks, type AccessFacts, type Actor, type Look } from '@helhed/access';
import { VideoRegistered } from '@helhed/contracts';
import { Database, type Tx } from '@helhed/database';
import { newId, notFound } from '@helhed/kernel';
import { videoDays } from '@helhed/programmes';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { chooseProgramme } from '../child-views/choose-programme.js';
import { requireNamed } from '../families/named-in-family.js';
import { ReachFamily } from '../families/reach-family.js';
import { requireBasis } from '../observations/reach-observation.js';
import { getProgramme } from '../programmes/programme-copy.js';
import { sealReference } from './video-reference.js';
import { foundVideo } from './video-thing.js';
import { VideoDue } from './video-due.js';
import { Video } from './video.js';
import type { RegisterVideo as Told, VideoReceipt } from './videos.dto.js';

@Injectable()
export class RegisterVideo {
  constructor(
    private readonly database: Database,
    private readonly families: ReachFamily,
    private readonly looks: Looks,
  ) {}

  /** Kept only on the basis that lets it be used by whoever registers it (A-FAM-50). */
  async run(actor: Actor, told: Told): Promise<VideoReceipt> {
    const { municipality } = actor;
    let made: Video | undefined;
    const { id } = await this.database.createOnce(municipality, async (tx) => {
      const { familyId } = told;
      const persons = [...new Set(told.persons)];
      const look = await this.families.named(tx, actor, acts.registerVideo, familyId);
      await requireNamed(look, familyId, { members: persons });
      made = await this.#register(look, { ...told, persons });
      await this.#requireBasis(tx, actor, made);
      tx.emit(VideoRegistered, made.registered());
      tx.log({ kind: 'command', act: 'video.register', subjects: [familyId, ...persons] });
      return { id: made.id };
    });
    // a repeat that lost a race made one too, and it was rolled back
    if (made?.id === id) return { id, familyId: made.familyId };
    const find = ({ manager }: Tx) => manager.findOneBy(Video, { municipality, id });
    return { id, familyId: (await this.families.again(actor, acts.registerVideo, find)).familyId };
  }

  async #register(look: Look, told: Told): Promise<Video> {
    const { tx, actor } = look;
    const { municipality } = tx;
    const { familyId, persons, occasion, filmedOn } = told;
    const programme = await chooseProgramme(look, familyId, told.programme);
    const days = videoDays(await getProgramme(tx, programme), filmedOn);
    const id = newId();
    const reference = sealReference(tx.personalData, municipality, id, told.reference);
    const by = { unit: actor.unit as string, function: actor.function as string, sub: actor.sub };
    const video = Video.register(
      { municipality, id, familyId, programme, persons, ...by, occasion, filmedOn, reference },
      tx.today,
      days,
    );
    await tx.manager.insert(Video, video);
    await tx.manager.insert(VideoDue, { municipality, videoId: id, dueOn: video.deleteOn });
    return video;
  }

  /** Asked of the row as it stands, like any look at it; refused, the row is rolled back. */
  async #requireBasis(tx: Tx, actor: Actor, { id }: Video): Promise<void> {
    const look = await this.looks.within(tx, actor, { ...acts.registerVideo, relations: ['videographer'] });
    const query = look.query(foundVideo, ['video']);
    const [row] = await query.rows<{ facts: AccessFacts }>(
      tx,
      `SELECT ${query.facts} AS facts FROM video vid WHERE vid.municipality = helhed.tenant() AND vid.id = ${query.value(id, 'uuid')}`,
    );
    const decision = look.ifReached(query, row?.facts);
    // an oversight function registers none
    if (!decision) throw notFound({ da: 'Det, der er bedt om,', en: 'What was asked for' });
    requireBasis({ decision });
  }
}
