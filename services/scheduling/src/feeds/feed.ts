import { change } from '@helhed/database';
import { DomainError } from '@helhed/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A calendar that can be subscribed to with a secret address. Of the secret only the hash is kept. */
@Entity('feed')
export class Feed {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text') readonly kind!: 'family' | 'staff';
  @Column('uuid', { name: 'subject_id' }) readonly subjectId!: string;
  /** The person of the family that it is for; null of staff's, and of a family's from before feeds had one. */
  @Column('uuid', { name: 'recipient_id', nullable: true }) readonly recipientId!: string | null;
  @Column('bytea', { name: 'secret_hash' }) readonly secretHash!: Buffer;
  @Column('integer') readonly version!: number;

  /** From here on the former address shows nothing. @throws DomainError `feed-closed` of a family's that is for nobody */
  changeSecret(secretHash: Buffer): void {
    if (this.kind === 'family' && this.recipientId === null)
      throw new DomainError('conflict', 'feed-closed', {
        da: 'Abonnementet var fælles for familien og er lukket. Opret et til hver modtager.',
        en: 'The feed was shared by the family and is closed. Make one for each recipient.',
      });
    change<Feed>(this, { secretHash, version: this.version + 1 });
  }
}
