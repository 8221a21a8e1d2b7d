import { DomainError } from '@helhed/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { untilOf } from './cohort.js';
import type { ReleasedFigure } from './releases.dto.js';

/** What became of a year's families, as it was given out: written once, and never again. */
@Entity('release')
export class Release {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text') readonly programme!: string;
  @Column('integer') readonly year!: number;
  @Column('integer', { name: 'programme_version' }) readonly programmeVersion!: number;
  @Column('date', { name: 'released_on' }) readonly releasedOn!: string;
  @Column('jsonb') readonly figures!: readonly ReleasedFigure[];

  /**
   * A year's families are counted when the next year is over.
   * @param today date in Denmark
   * @throws DomainError `release-too-early`
   */
  static requireSettled(year: number, today: string): void {
    if (today <= untilOf(year)) throw tooEarly();
  }
}

const tooEarly = () =>
  new DomainError(
    'rule',
    'release-too-early',
    {
      da: 'Det næste år er ikke gået. Et års familier gøres op, når også det næste år er gået, så forløbene er nået til ende.',
      en: "The next year is not over. A year's families are counted when the next year is over too, so that their courses have come to an end.",
    },
    [{ field: 'year', rule: 'too-early' }],
  );
