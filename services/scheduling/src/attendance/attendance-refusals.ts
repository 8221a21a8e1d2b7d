import { DomainError, type FieldError, type Text } from '@helhed/kernel';

export const attendanceSettled = (): DomainError =>
  new DomainError('conflict', 'attendance-settled', {
    da: 'Fremmødet er gjort op og kan ikke længere noteres eller rettes.',
    en: 'Attendance is settled and can no longer be noted or corrected.',
  });

export const alreadyRecorded = (): DomainError =>
  new DomainError('conflict', 'attendance-recorded', {
    da: 'Familiens fremmøde til den gang er noteret allerede; det kan rettes.',
    en: 'The family’s attendance at that session was noted already; it can be corrected.',
  });

/** 403: of the group's unit, and not among those who run the session. */
export const notOnStaff = (): DomainError =>
  new DomainError('forbidden', 'not-on-staff', {
    da: 'Fremmøde noteres af dem, der holder gangen.',
    en: 'Attendance is noted by those who run the session.',
  });

export const withoutAttendance = (): DomainError =>
  new DomainError('rule', 'programme-without-attendance', {
    da: 'Indsatsens definition siger ikke, hvordan fremmøde noteres.',
    en: 'The programme’s definition does not say how attendance is noted.',
  });

const texts: Readonly<Record<string, Text>> = {
  'not-expected': { da: 'Personen kommer ikke til gangen.', en: 'The person does not come to the session.' },
  'not-away': { da: 'Den, der kom, har ingen grund til fravær.', en: 'Who came has no reason for being away.' },
  unknown: { da: 'En af definitionens grunde til fravær.', en: 'One of the definition’s reasons for being away.' },
};

export const invalidMarks = (wrong: readonly { readonly field: string; readonly rule: string }[]): DomainError =>
  new DomainError(
    'rule',
    'attendance-invalid',
    { da: 'Fremmødet hænger ikke sammen.', en: 'The attendance does not hang together.' },
    wrong.map((each): FieldError => ({ ...each, message: texts[each.rule]! })),
  );
