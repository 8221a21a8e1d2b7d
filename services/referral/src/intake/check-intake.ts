import { Cpr, DomainError, type FieldError, type Text } from '@helhed/kernel';
import { householdsOf, type Intake } from './intake.dto.js';

const texts = {
  'duplicate-ref': {
    da: 'Referencen er brugt til noget andet i samme indstilling.',
    en: 'The ref is used for something else in the same referral.',
  },
  'unknown-household': {
    da: 'Husstanden står ikke under households.',
    en: 'The household is not among the households.',
  },
  'unknown-member': { da: 'Personen står ikke under members.', en: 'The person is not among the members.' },
  'not-a-parent': {
    da: 'Personen står ikke som forælder under members.',
    en: 'The person is not a parent among the members.',
  },
  'only-for-children': { da: 'Forældremyndighed angives for børn.', en: 'Custody is stated for children.' },
  'duplicate-cpr': { da: 'To personer har samme CPR-nummer.', en: 'Two persons have the same CPR number.' },
  'birth-date-differs': {
    da: 'Fødselsdatoen passer ikke til CPR-nummeret.',
    en: 'The birth date does not fit the CPR number.',
  },
  'in-future': { da: 'Datoen ligger i fremtiden.', en: 'The date is in the future.' },
} as const satisfies Record<string, Text>;
type Rule = keyof typeof texts;

const broken = (field: string, rule: Rule): FieldError => ({ field, rule, message: texts[rule] });

/** What a member's date of birth is, from the CPR number where there is one. */
export const birthDateOf = ({ cpr, birthDate }: { cpr?: string; birthDate?: string }): string | undefined =>
  cpr === undefined ? birthDate : Cpr.parse(cpr).birthDate();

/**
 * Whether the parts of an intake refer to each other rightly.
 * @param today ISO date in Denmark
 * @throws DomainError `referral-inconsistent` naming every field and rule
 */
export function checkIntake(intake: Intake, today: string): void {
  const errors = [
    ...duplicateRefs(intake),
    ...intake.members.flatMap((_, index) => checkMember(intake, index, today)),
    ...checkPart(intake, today),
  ];
  if (errors.length === 0) return;
  const detail = {
    da: 'Indstillingens oplysninger passer ikke sammen; errors siger hvor.',
    en: 'The parts of the referral do not fit together; errors says where.',
  };
  throw new DomainError('rule', 'referral-inconsistent', detail, errors);
}

function duplicateRefs({ households, members }: Intake): FieldError[] {
  const seen = new Set<string>();
  const again = (ref: string, field: string) =>
    seen.size === seen.add(ref).size ? [broken(field, 'duplicate-ref')] : [];
  return [
    ...households.flatMap(({ ref }, index) => again(ref, `households.${index}.ref`)),
    ...members.flatMap(({ ref }, index) => again(ref, `members.${index}.ref`)),
  ];
}

function checkMember({ households, members }: Intake, index: number, today: string): FieldError[] {
  const one = members[index] as Intake['members'][number];
  const at = (field: string, rule: Rule) => broken(`members.${index}.${field}`, rule);
  const errors = householdsOf(one)
    .filter((home) => !households.some(({ ref }) => ref === home))
    .map(() => at('household', 'unknown-household'));
  if (one.custody && one.role !== 'child') errors.push(at('custody', 'only-for-children'));
  for (const [position, holder] of (one.custody ?? []).entries()) {
    if (!members.some(({ ref }) => ref === holder && ref !== one.ref))
      errors.push(at(`custody.${position}`, 'unknown-member'));
  }
  if (one.cpr && members.findIndex(({ cpr }) => cpr === one.cpr) < index) errors.push(at('cpr', 'duplicate-cpr'));
  const born = birthDateOf(one);
  if (one.birthDate && one.birthDate !== born) errors.push(at('birthDate', 'birth-date-differs'));
  if (born && born > today) errors.push(at(one.cpr ? 'cpr' : 'birthDate', 'in-future'));
  return errors;
}

function checkPart({ members, parentsPart }: Intake, today: string): FieldError[] {
  return parentsPart.flatMap(({ parent, on }, index) => {
    const at = (field: string, rule: Rule) => broken(`parentsPart.${index}.${field}`, rule);
    const errors: FieldError[] = [];
    if (!members.some(({ ref, role }) => ref === parent && role === 'parent'))
      errors.push(at('parent', 'not-a-parent'));
    if (parentsPart.findIndex((part) => part.parent === parent) < index) errors.push(at('parent', 'duplicate-ref'));
    if (on > today) errors.push(at('on', 'in-future'));
    return errors;
  });
}
