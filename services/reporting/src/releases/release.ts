import { DomainError } from '@helhed/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReleasedFigure } from './releases.dto.js';

/** A year's figures of a programme as they were given out: written once, and never again. */
@Entity('release')
export class Release {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text') readonly programme!: string;
  @Column('integer') readonly year!: number;
  @Column('integer', { name: 'programme_version' }) readonly programmeVersion!: number;
  @Column('date', { name: 'released_on' }) readonly releasedOn!: string;
  @Column('jsonb') readonly figures!: readonly ReleasedFigure[];

  /** @throws DomainError `year-not-over` */
  static of(release: Pick<Release, keyof Release>): Release {
    if (release.releasedOn <= lastDay(release.year)) throw yearNotOver();
    return Object.assign(new Release(), release);
  }
}

export const lastDay = (year: number): string => `${year}-12-31`;

const yearNotOver = () =>
  new DomainError(
    'rule',
    'year-not-over',
    {
      da: 'Året er ikke gået. Tal gives ud for hele år.',
      en: 'The year is not over. Figures are released for whole years.',
    },
    [{ field: 'year', rule: 'not-over' }],
  );
