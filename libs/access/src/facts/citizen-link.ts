import { change } from '@helhed/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A citizen's account in the municipality's realm, tied to one person. Family-plan makes and ends it; others have copies. */
@Entity({ name: 'citizen_link', schema: 'helhed' })
export class CitizenLink {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'person_id' }) readonly personId!: string;
  @Column('text') readonly sub!: string;
  @Column('date', { name: 'linked_on' }) readonly linkedOn!: string;
  @Column('date', { name: 'ended_on', nullable: true }) readonly endedOn!: string | null;

  /** At once: nothing is read by it from here on. @returns whether it had not ended before */
  end(on: string): boolean {
    if (this.endedOn !== null) return false;
    change<CitizenLink>(this, { endedOn: on });
    return true;
  }
}
