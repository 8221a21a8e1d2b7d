import { change, type PersonalData } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A home of a family; separated parents have one each. */
@Entity('household')
export class Household {
  @PrimaryColumn('text') readonly municipality!: MunicipalityCode;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'family_id' }) readonly familyId!: string;
  @Column('bytea', { nullable: true }) readonly address!: Buffer | null;

  static of(read: Pick<Household, 'municipality' | 'id' | 'address'>): Household {
    return change(new Household(), read);
  }

  open(data: PersonalData): { id: string; address: string | null } {
    return { id: this.id, address: this.address && data.decrypt(this.municipality, place(this.id), this.address) };
  }
}

export const sealAddress = (
  data: PersonalData,
  municipality: MunicipalityCode,
  id: string,
  address: string | undefined,
) => (address === undefined ? null : data.encrypt(municipality, place(id), address));

const place = (id: string): string => `household.address:${id}`;
