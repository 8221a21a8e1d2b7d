import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many come with a family, by band of age on the group's first day: counts, and no ages. */
@Entity('family_heads')
export class FamilyHeads {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid', { name: 'place_id' }) readonly placeId!: string;
  @PrimaryColumn('uuid', { name: 'family_id' }) readonly familyId!: string;
  @Column('jsonb') readonly bands!: readonly { readonly code: string; readonly heads: number }[];
  @Column('integer') readonly unknown!: number;
}
