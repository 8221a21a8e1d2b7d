import type { RegistrationForm } from '@helhed/contracts';
import { change } from '@helhed/database';
import { DomainError, type FieldError } from '@helhed/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an institution wrote of a child during the course: each time another version, and the earlier ones stay. */
@Entity('registration')
export class Registration {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'family_id' }) readonly familyId!: string;
  /** The child. */
  @Column('uuid', { name: 'person_id' }) readonly personId!: string;
  @Column('text') readonly programme!: string;
  /** Of the definition whose form was filled in. */
  @Column('integer', { name: 'programme_version' }) readonly programmeVersion!: number;
  /** Which wrote it, and has it as its own. */
  @Column('text') readonly unit!: string;
  /** The unit's first of the child in the programme is 1. */
  @Column('integer') readonly number!: number;
  @Column('date', { name: 'filled_on' }) readonly filledOn!: string;
  /** The answers by field, encrypted. */
  @Column('bytea') readonly answers!: Buffer;

  static note(told: Pick<Registration, keyof Registration>, today: string): Registration {
    if (told.filledOn > today) throw incomplete([{ field: 'filledOn', rule: 'in-the-future', message: notYet }]);
    return change(new Registration(), { ...told });
  }
}

/** What an institution would work on with a child, in the institution's own words: they stay, whatever the parents say. */
@Entity('work_point')
export class WorkPoint {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'registration_id' }) readonly registrationId!: string;
  @Column('uuid', { name: 'family_id' }) readonly familyId!: string;
  @Column('uuid', { name: 'person_id' }) readonly personId!: string;
  @Column('text') readonly programme!: string;
  /** Encrypted. */
  @Column('bytea') readonly point!: Buffer;
}

/** @throws DomainError `registration-form-unknown`, `registration-incomplete` naming each answer that the form does not ask for */
export function requireFields(form: RegistrationForm | undefined, fields: readonly string[]): void {
  if (!form) throw noForm();
  const asked = new Set(form.fields.map(({ code }) => code));
  const wrong = fields.flatMap((field, index): FieldError[] => {
    if (!asked.has(field)) return [{ field: `answers.${index}.field`, rule: 'unknown', message: notAsked }];
    return fields.indexOf(field) < index
      ? [{ field: `answers.${index}.field`, rule: 'duplicate-code', message: twice }]
      : [];
  });
  if (wrong.length > 0) throw incomplete(wrong);
}

const notYet = { da: 'Dagen er ikke kommet endnu.', en: 'The day has not come yet.' };
const notAsked = { da: 'Skemaet har ikke det felt.', en: 'The form has no such field.' };
const twice = { da: 'Feltet er besvaret to gange.', en: 'The field is answered twice.' };

const incomplete = (errors: FieldError[]): DomainError =>
  new DomainError(
    'rule',
    'registration-incomplete',
    { da: 'Registreringen hænger ikke sammen.', en: 'The registration does not hang together.' },
    errors,
  );

const noForm = (): DomainError =>
  new DomainError('rule', 'registration-form-unknown', {
    da: 'Indsatsen har ikke et registreringsskema.',
    en: 'The programme has no registration form.',
  });
