import type { FieldError, Text } from '@helhed/kernel';
import type { FamilyMember } from '../families/family-member.js';
import type { RecordBasis } from './bases.dto.js';

const texts = {
  required: {
    da: 'Et samtykke har en, der gav det, hvordan og hvornår, og hvor beviset er.',
    en: 'A consent has who gave it, how and when, and where its evidence is.',
  },
  'paragraph-required': {
    da: 'Skriv den bestemmelse, som hjemlen støttes på.',
    en: 'Cite the provision that the basis rests on.',
  },
  'only-for-consent': { da: 'Feltet hører til et samtykke.', en: 'The field belongs to a consent.' },
  'not-in-family': { da: 'Personen er ikke i familien.', en: 'The person is not in the family.' },
  'not-a-parent': { da: 'Personen er ikke forælder i familien.', en: 'The person is not a parent in the family.' },
  'in-future': { da: 'Datoen er ikke kommet endnu.', en: 'The date has not come yet.' },
  'before-given': { da: 'Samtykket er givet senere.', en: 'The consent was given later.' },
  'not-after-start': {
    da: 'Hjemlen begynder senere eller samme dag.',
    en: 'The basis begins later, or on the same day.',
  },
  'same-unit': { da: 'En videregivelse er til en anden enhed.', en: 'A disclosure is to another unit.' },
} as const satisfies Record<string, Text>;

const broken = (field: string, rule: keyof typeof texts): FieldError => ({ field, rule, message: texts[rule] });
const ofConsent = ['givenBy', 'how', 'givenOn', 'evidence'] as const;

/**
 * Whether what is asserted hangs together and is about this family. Not whether it holds in law: that is for those who
 * assert it. @param today ISO date in Denmark @returns every field at fault
 */
export function faultsOf(asserted: RecordBasis, members: readonly FamilyMember[], today: string): FieldError[] {
  return [...faultsOfKind(asserted), ...faultsOfPersons(asserted, members), ...faultsOfDates(asserted, today)];
}

function faultsOfKind(asserted: RecordBasis): FieldError[] {
  const { kind, layer, paragraph, fromUnit, toUnit } = asserted;
  const faults: FieldError[] = [];
  if (layer === 'disclosure' && fromUnit === toUnit) faults.push(broken('toUnit', 'same-unit'));
  if (kind === 'consent') {
    const missing = ofConsent.filter((field) => asserted[field] === undefined);
    return [...faults, ...missing.map((field) => broken(field, 'required'))];
  }
  if (paragraph === undefined) faults.push(broken('paragraph', 'paragraph-required'));
  const others = ofConsent.filter((field) => asserted[field] !== undefined);
  return [...faults, ...others.map((field) => broken(field, 'only-for-consent'))];
}

function faultsOfPersons({ persons, givenBy = [] }: RecordBasis, members: readonly FamilyMember[]): FieldError[] {
  const roles = new Map(members.map(({ personId, role }) => [personId, role]));
  return [
    ...persons.flatMap((person, at) => (roles.has(person) ? [] : [broken(`persons.${at}`, 'not-in-family')])),
    ...givenBy.flatMap((person, at) => {
      if (!roles.has(person)) return [broken(`givenBy.${at}`, 'not-in-family')];
      return roles.get(person) === 'parent' ? [] : [broken(`givenBy.${at}`, 'not-a-parent')];
    }),
  ];
}

function faultsOfDates({ givenOn, validFrom, validTo }: RecordBasis, today: string): FieldError[] {
  const faults: FieldError[] = [];
  if (givenOn !== undefined && givenOn > today) faults.push(broken('givenOn', 'in-future'));
  if (givenOn !== undefined && validFrom < givenOn) faults.push(broken('validFrom', 'before-given'));
  if (validTo !== undefined && validTo <= validFrom) faults.push(broken('validTo', 'not-after-start'));
  return faults;
}
