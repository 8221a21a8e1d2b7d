import type { ProgrammeDefinition, RegistrationForm } from '@helhed/contracts';
import { change } from '@helhed/database';
import { DomainError, type FieldError } from '@helhed/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Enrolment } from '../enrolments/enrolment.js';

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

  static note(told: Pick<Registration, keyof Registration>): Registration {
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

/** Whether the form belongs to a course: where the programme has none there is nothing that it would be outside of. */
export const isInCourse = ({ group }: Pick<ProgrammeDefinition, 'group'>): boolean => group !== undefined;

/**
 * The form belongs to the course: from the family's enrolment on until that has ended, where the programme has a course.
 * @param enrolments the family's in the programme, whenever they were
 */
export const isOnCourse = (
  definition: Pick<ProgrammeDefinition, 'group'>,
  enrolments: readonly Pick<Enrolment, 'endedOn'>[],
): boolean => !isInCourse(definition) || enrolments.some(({ endedOn }) => endedOn === null);

/** Not whether it has begun, or is over: whoever fills in a form need not be told of enrolments. */
export const outsideCourse = (): DomainError =>
  new DomainError(
    'conflict',
    'registration-outside-course',
    { da: 'Familien er ikke på forløbet nu.', en: 'The family is not on its course now.' },
    [{ field: 'programme', rule: 'outside-course', message: onlyOnCourse }],
  );

/** To whom the enrolment is withheld: the same of every family, on its course or not (A-CMD-07). */
export const registrationWithheld = (): DomainError =>
  new DomainError('conflict', 'registration-withheld', {
    da: 'Skemaet kan ikke udfyldes herfra nu: om familien er indskrevet, er holdt tilbage.',
    en: 'The form cannot be filled in from here now: whether the family is enrolled is withheld.',
  });

/** @throws DomainError `registration-incomplete` of a day that has not come */
export function requireFilledBy(filledOn: string, today: string): void {
  if (filledOn > today) throw incomplete([{ field: 'filledOn', rule: 'in-the-future', message: notYet }]);
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
const onlyOnCourse = {
  da: 'Skemaet udfyldes, så længe familien er indskrevet.',
  en: 'The form is filled in while the family is enrolled.',
};
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
