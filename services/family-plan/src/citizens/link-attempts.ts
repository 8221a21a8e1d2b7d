import { change } from '@helhed/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often an account has tried codes that were none. */
@Entity('link_attempts')
export class LinkAttempts {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('text') readonly sub!: string;
  @Column('integer') readonly failed!: number;
  @Column('timestamptz') readonly since!: Date;

  /** @param minutes after which earlier attempts count no more */
  isTooMany(now: Date, most: number, minutes: number): boolean {
    return this.#isRecent(now, minutes) && this.failed >= most;
  }

  fail(now: Date, minutes: number): void {
    const next = this.#isRecent(now, minutes) ? { failed: this.failed + 1 } : { failed: 1, since: now };
    change<LinkAttempts>(this, next);
  }

  #isRecent(now: Date, minutes: number): boolean {
    return now.getTime() - this.since.getTime() < minutes * 60_000;
  }
}
