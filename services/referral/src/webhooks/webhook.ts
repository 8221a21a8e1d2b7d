import { change } from '@helhed/database';
import { DomainError } from '@helhed/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Why nothing is sent to it any more. */
export const endings = ['by-request', 'gone', 'unit-retired', 'lapsed'] as const;
export type Ending = (typeof endings)[number];

/** Where the secret belongs; a ciphertext moved elsewhere does not open. */
export const secretPlace = (id: string): string => `webhook.secret:${id}`;

/** An address that a unit's system is told at what has changed, for the system that registered it. */
@Entity('webhook')
export class Webhook {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text') readonly unit!: string;
  @Column('text') readonly function!: string;
  @Column('text') readonly issuer!: string;
  @Column('text') readonly sub!: string;
  @Column('text') readonly azp!: string;
  @Column('text') readonly url!: string;
  /** What its messages are signed with, encrypted. */
  @Column('bytea') readonly secret!: Buffer;
  @Column('timestamptz', { name: 'registered_at' }) readonly registeredAt!: Date;
  /** When its system last showed that it is still there; null while it registered it alone. */
  @Column('timestamptz', { name: 'renewed_at', nullable: true }) readonly renewedAt!: Date | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) readonly endedAt!: Date | null;
  @Column('text', { nullable: true }) readonly because!: Ending | null;
  @Column('integer') readonly version!: number;

  /** Nothing is sent to it from then on, unless it is renewed before. */
  until(days: number): Date {
    return new Date((this.renewedAt ?? this.registeredAt).getTime() + days * 86_400_000);
  }

  /** @throws DomainError `webhook-over` where nothing is sent to it any more: another is registered then */
  renew(at: Date, days: number): void {
    if (this.endedAt || this.until(days) <= at) throw webhookOver();
    change<Webhook>(this, { renewedAt: at, version: this.version + 1 });
  }

  /** Ended once, it stays as it was ended. @returns whether it was not ended before */
  end(at: Date, because: Ending): boolean {
    if (this.endedAt) return false;
    change<Webhook>(this, { endedAt: at, because, version: this.version + 1 });
    return true;
  }
}

const webhookOver = (): DomainError =>
  new DomainError('conflict', 'webhook-over', {
    da: 'Webhooken er afsluttet; opret en ny.',
    en: 'The webhook has ended; register another.',
  });
