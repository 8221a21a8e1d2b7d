import type { FieldError, Text } from '@helhed/kernel';
import type { RecordBasis } from './bases.dto.js';
import type { Kind } from './who-records.js';

const texts = {
  required: { da: 'En hjemmel af den art har dette.', en: 'A basis of that kind has this.' },
  'paragraph-required': {
    da: 'Skriv den bestemmelse, som hjemlen støttes på.',
    en: 'Cite the provision that the basis rests on.',
  },
  'not-of-kind': { da: 'Feltet hører til en anden art.', en: 'The field belongs to another kind.' },
  'in-future': { da: 'Datoen er ikke kommet endnu.', en: 'The date has not come yet.' },
  'before-given': { da: 'Samtykket er givet senere.', en: 'The consent was given later.' },
  'not-after-start': {
    da: 'Hjemlen begynder senere eller samme dag.',
    en: 'The basis begins later, or on the same day.',
  },
  'same-unit': { da: 'En videregivelse er til en anden enhed.', en: 'A disclosure is to another unit.' },
  'disclosure-only': {
    da: 'En enkeltstående udveksling er en videregivelse.',
    en: 'A single exchange is a disclosure.',
  },
  'already-held': { da: 'Mødet er holdt.', en: 'The meeting was held.' },
  'same-meeting': { da: 'Opfølgningen er et andet møde.', en: 'The follow-up is another meeting.' },
  'no-follow-up': { da: 'Formålet har ingen opfølgning.', en: 'The purpose has no follow-up.' },
  'not-an-exception': {
    da: 'Formålet lader ikke et samtykke udelades efter den bestemmelse.',
    en: 'The purpose does not let a consent be left out under that provision.',
  },
  'gives-it': { da: 'Personen giver selv sit samtykke.', en: 'The person gives the consent.' },
} as const satisfies Record<string, Text>;

export const broken = (field: string, rule: keyof typeof texts): FieldError => ({ field, rule, message: texts[rule] });

type Field =
  | 'paragraph'
  | 'givenBy'
  | 'how'
  | 'givenOn'
  | 'evidence'
  | 'leftOut'
  | 'meeting'
  | 'followUpMeeting'
  | 'validTo';

/** docs/access.md, 6.1: what a basis of each kind must have, and what it may. */
const fieldsOf: Readonly<Record<Kind, { must: readonly Field[]; may: readonly Field[] }>> = {
  consent: { must: ['givenBy', 'how', 'givenOn', 'evidence'], may: ['paragraph', 'leftOut', 'validTo'] },
  statute: { must: ['paragraph'], may: ['validTo'] },
  'single-exchange': { must: ['paragraph', 'meeting', 'validTo'], may: ['followUpMeeting'] },
  'vital-interest': { must: ['paragraph', 'evidence', 'validTo'], may: [] },
};
const allFields: readonly Field[] = [
  'paragraph',
  'givenBy',
  'how',
  'givenOn',
  'evidence',
  'leftOut',
  'meeting',
  'followUpMeeting',
  'validTo',
];

/**
 * Whether what is asserted hangs together, whatever the family. Not whether it holds in law: that is for those who assert it.
 *
 * @param today ISO date in Denmark
 * @returns every field at fault
 */
export const faultsOf = (asserted: RecordBasis, today: string): FieldError[] => [
  ...faultsOfKind(asserted),
  ...faultsOfDates(asserted, today),
];

function faultsOfKind(asserted: RecordBasis): FieldError[] {
  const { kind, layer, fromUnit, toUnit, givenBy = [], leftOut = [], meeting, followUpMeeting } = asserted;
  const { must, may } = fieldsOf[kind];
  const faults: FieldError[] = [];
  if (layer === 'disclosure' && fromUnit === toUnit) faults.push(broken('toUnit', 'same-unit'));
  if (kind === 'single-exchange' && layer !== 'disclosure') faults.push(broken('layer', 'disclosure-only'));
  for (const field of must)
    if (asserted[field] === undefined)
      faults.push(broken(field, field === 'paragraph' ? 'paragraph-required' : 'required'));
  for (const field of allFields)
    if (asserted[field] !== undefined && !must.includes(field) && !may.includes(field))
      faults.push(broken(field, 'not-of-kind'));
  if (meeting !== undefined && meeting === followUpMeeting) faults.push(broken('followUpMeeting', 'same-meeting'));
  leftOut.forEach(({ person }, at) => {
    if (givenBy.includes(person)) faults.push(broken(`leftOut.${at}.person`, 'gives-it'));
  });
  return faults;
}

function faultsOfDates({ givenOn, validFrom, validTo }: RecordBasis, today: string): FieldError[] {
  const faults: FieldError[] = [];
  if (givenOn !== undefined && givenOn > today) faults.push(broken('givenOn', 'in-future'));
  if (givenOn !== undefined && validFrom < givenOn) faults.push(broken('validFrom', 'before-given'));
  if (validTo !== undefined && validTo <= validFrom) faults.push(broken('validTo', 'not-after-start'));
  return faults;
}
