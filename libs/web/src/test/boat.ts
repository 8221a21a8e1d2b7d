import { change } from '@helhed/database';
import { DomainError } from '@helhed/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A rowing club stands in for a service in these tests, so that no rule of a real one is mistaken for the platform's. */
@Entity('boat')
export class Boat {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text') readonly name!: string;
  @Column('integer') readonly seats!: number;
  @Column('text') readonly state!: 'ashore' | 'afloat';
  @Column('integer') readonly version!: number;

  launch(): void {
    if (this.state === 'afloat')
      throw new DomainError('conflict', 'already-afloat', { da: 'Båden er på vandet.', en: 'The boat is afloat.' });
    if (this.seats > 8)
      throw new DomainError('rule', 'too-long', { da: 'Båden er for lang.', en: 'The boat is too long.' });
    change<Boat>(this, { state: 'afloat', version: this.version + 1 });
  }
}
