import { change } from '@helhed/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A family: prospective from its referral, enrolled from its first place. What names its members stands elsewhere. */
@Entity('family')
export class Family {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text') readonly state!: 'prospective' | 'enrolled' | 'erased';
  /** The day that a prospective family goes, after its referral came to nothing. */
  @Column('date', { name: 'erase_on', nullable: true }) readonly eraseOn!: string | null;
  /** By which referral it came. */
  @Column('uuid', { name: 'referral_id', nullable: true }) readonly referralId!: string | null;
  /** When its referral came here; null of a family that came before this was kept. */
  @Column('date', { name: 'received_on', nullable: true }) readonly receivedOn!: string | null;
  /** The family that it is one with now. */
  @Column('uuid', { name: 'merged_into', nullable: true }) readonly mergedInto!: string | null;
  @Column('integer') readonly version!: number;

  /** What a family was enrolled for is kept by other rules than a referral that came to nothing. */
  eraseAfter(day: string): void {
    if (this.state !== 'prospective' || this.eraseOn === day) return;
    change<Family>(this, { eraseOn: day, version: this.version + 1 });
  }

  /** Its referral is under way after all. */
  keep(): void {
    if (this.eraseOn !== null) change<Family>(this, { eraseOn: null, version: this.version + 1 });
  }

  /** Nothing that it was enrolled in stands. */
  leave(): void {
    if (this.state === 'enrolled') change<Family>(this, { state: 'prospective', version: this.version + 1 });
  }

  /** @returns whether a family can still be enrolled: one that is erased cannot */
  enrol(): boolean {
    if (this.state === 'erased') return false;
    if (this.state === 'prospective')
      change<Family>(this, { state: 'enrolled', eraseOn: null, version: this.version + 1 });
    return true;
  }

  /** @returns whether the family was due on this day, and is now without members */
  erase(today: string): boolean {
    if (this.eraseOn === null || this.eraseOn > today) return false;
    change<Family>(this, { state: 'erased', eraseOn: null, version: this.version + 1 });
    return true;
  }
}
