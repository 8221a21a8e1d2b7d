import { change, type PersonalData } from '@helhed/database';
import { Cpr, type MunicipalityCode } from '@helhed/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a referral tells of a person. */
export interface Identity {
  readonly name: string;
  /** A CPR number, with or without its hyphen. */
  readonly cpr?: string | undefined;
  /** ISO date, for a person without a CPR number. */
  readonly birthDate?: string | undefined;
}

/** Somebody, once in a municipality: what names them is encrypted, and the CPR number is found by its blind index only. */
@Entity('person')
export class Person {
  @PrimaryColumn('text') readonly municipality!: MunicipalityCode;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('bytea') readonly name!: Buffer;
  @Column('bytea', { name: 'birth_date', nullable: true }) readonly birthDate!: Buffer | null;
  @Column('bytea', { nullable: true }) readonly cpr!: Buffer | null;
  @Column('bytea', { name: 'cpr_index', nullable: true }) readonly cprIndex!: Buffer | null;

  static of(read: Pick<Person, 'municipality' | 'id' | 'name' | 'birthDate'>): Person {
    return change(new Person(), read);
  }

  /** Name and birth date in plain text: for an answer whose look is logged. The CPR number stays closed. */
  open(data: PersonalData): { name: string; birthDate: string | null } {
    const read = (field: string, value: Buffer) => data.decrypt(this.municipality, place(field, this.id), value);
    return { name: read('name', this.name), birthDate: this.birthDate && read('birth_date', this.birthDate) };
  }

  /** For an age: the name stays closed too. */
  openBirthDate(data: PersonalData): string | null {
    return this.birthDate && data.decrypt(this.municipality, place('birth_date', this.id), this.birthDate);
  }
}

/**
 * The columns of a new person. The birth date is kept beside the number it came from, so that an age never opens it.
 * @throws DomainError `cpr-invalid`
 */
export function seal(data: PersonalData, municipality: MunicipalityCode, id: string, identity: Identity) {
  const { name } = identity;
  const cpr = identity.cpr === undefined ? undefined : Cpr.parse(identity.cpr);
  const close = (field: string, text: string | undefined) =>
    text === undefined ? null : data.encrypt(municipality, place(field, id), text);
  return {
    id,
    name: data.encrypt(municipality, place('name', id), name),
    birthDate: close('birth_date', cpr?.birthDate() ?? identity.birthDate),
    ...(cpr ? sealCpr(data, municipality, place('cpr', id), cpr.digits) : { cpr: null, cprIndex: null }),
  };
}

/** A CPR number encrypted for its row, and the blind index that it is found by. @throws DomainError `cpr-invalid` */
export function sealCpr(data: PersonalData, municipality: MunicipalityCode, where: string, text: string) {
  const { digits } = Cpr.parse(text);
  return {
    cpr: data.encrypt(municipality, where, digits),
    cprIndex: data.blindIndex(municipality, 'cpr', digits),
  };
}

const place = (column: string, id: string): string => `person.${column}:${id}`;
