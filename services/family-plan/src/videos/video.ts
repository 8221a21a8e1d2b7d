import type { EventData, VideoDeleted, VideoRegistered } from '@helhed/contracts';
import { change } from '@helhed/database';
import { DomainError } from '@helhed/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { daysAfter } from '../families/days-after.js';

export const occasions = ['session', 'conversation', 'observation', 'other'] as const;

/** What was filmed, of whom, by whom in which unit, and where the unit keeps it. */
type Told = Omit<Video, 'deleteOn' | 'deletedOn' | 'delete' | 'registered' | 'deleted'>;

/** That a video of a family is kept in the unit's own store: here are no pictures. At its date its row keeps ids and dates. */
@Entity('video')
export class Video {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'family_id' }) readonly familyId!: string;
  @Column('text') readonly programme!: string;
  /** Who is seen or heard. None: it was deleted; so the following, which are null then. */
  @Column('uuid', { array: true }) readonly persons!: readonly string[];
  /** Which has it as its own. */
  @Column('text', { nullable: true }) readonly unit!: string | null;
  @Column('text', { nullable: true }) readonly function!: string | null;
  /** Who registered it. */
  @Column('text', { nullable: true }) readonly sub!: string | null;
  @Column('text', { nullable: true }) readonly occasion!: (typeof occasions)[number] | null;
  /** The file in the unit's own store, as the store calls it: encrypted. */
  @Column('bytea', { nullable: true }) readonly reference!: Buffer | null;
  @Column('date', { name: 'filmed_on' }) readonly filmedOn!: string;
  @Column('date', { name: 'delete_on' }) readonly deleteOn!: string;
  @Column('date', { name: 'deleted_on', nullable: true }) readonly deletedOn!: string | null;

  /**
   * @param days how long it is kept
   * @throws DomainError `video-unknown` of a programme that keeps none; `video-incomplete` of a day to come, or of what should be deleted by now
   */
  static register(told: Told, today: string, days: number | undefined): Video {
    if (days === undefined) throw notKept();
    if (told.filmedOn > today) throw incomplete('in-the-future', notYet);
    const deleteOn = daysAfter(told.filmedOn, days);
    if (deleteOn <= today) throw incomplete('too-old', tooOld);
    return change(new Video(), { ...told, deleteOn, deletedOn: null });
  }

  /** @returns false before its date, and where it was deleted already */
  delete(today: string): boolean {
    if (this.deletedOn !== null || today < this.deleteOn) return false;
    const nothing = { persons: [], unit: null, function: null, sub: null, occasion: null, reference: null };
    change<Video>(this, { ...nothing, deletedOn: today });
    return true;
  }

  registered(): EventData<typeof VideoRegistered> {
    const { id: videoId, familyId, programme, filmedOn, deleteOn } = this;
    return { videoId, familyId, programme, filmedOn, deleteOn };
  }

  /** Undefined: it is there. */
  deleted(): EventData<typeof VideoDeleted> | undefined {
    const { id: videoId, familyId, programme, deletedOn } = this;
    return deletedOn === null ? undefined : { videoId, familyId, programme, deletedOn };
  }
}

const notYet = { da: 'Dagen er ikke kommet endnu.', en: 'The day has not come yet.' };
const tooOld = { da: 'Den skal være slettet nu.', en: 'It is to be deleted by now.' };

const incomplete = (rule: string, message: typeof notYet): DomainError =>
  new DomainError(
    'rule',
    'video-incomplete',
    { da: 'Oplysningerne hænger ikke sammen.', en: 'What is told does not hang together.' },
    [{ field: 'filmedOn', rule, message }],
  );

const notKept = (): DomainError =>
  new DomainError('rule', 'video-unknown', {
    da: 'Indsatsen bruger ikke video.',
    en: 'The programme keeps no video.',
  });
