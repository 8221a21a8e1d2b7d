import { change } from '@helhed/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A one-time code that ties whoever redeems it to a person. Of the code only a keyed hash is kept. */
@Entity('link_code')
export class LinkCode {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'person_id' }) readonly personId!: string;
  @Column('bytea', { name: 'code_hash' }) readonly codeHash!: Buffer;
  @Column('timestamptz', { name: 'expires_at' }) readonly expiresAt!: Date;
  @Column('timestamptz', { name: 'used_at', nullable: true }) readonly usedAt!: Date | null;

  isGood(now: Date): boolean {
    return this.usedAt === null && now < this.expiresAt;
  }

  void(now: Date): void {
    change<LinkCode>(this, { expiresAt: now });
  }

  use(now: Date): void {
    change<LinkCode>(this, { usedAt: now });
  }
}
