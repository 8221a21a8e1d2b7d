import { Entity, PrimaryColumn } from 'typeorm';

/** Which programmes a family was referred to: the programme of a basis, where nobody says. */
@Entity('family_programme')
export class FamilyProgramme {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid', { name: 'family_id' }) readonly familyId!: string;
  @PrimaryColumn('text') readonly programme!: string;
}
