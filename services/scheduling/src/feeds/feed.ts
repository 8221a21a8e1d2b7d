import { change } from '@helhed/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A calendar that can be subscribed to with a secret address. Of the secret only the hash is kept. */
@Entity('feed')
export class Feed {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text') readonly kind!: 'family' | 'staff';
  @Column('uuid', { name: 'subject_id' }) readonly subjectId!: string;
  @Column('bytea', { name: 'secret_hash' }) readonly secretHash!: Buffer;
  @Column('integer') readonly version!: number;

  /** From here on the former address shows nothing. */
  changeSecret(secretHash: Buffer): void {
    change<Feed>(this, { secretHash, version: this.version + 1 });
  }
}
