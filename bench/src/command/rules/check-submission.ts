import type { ProgrammeDefinition } from '@helhed/contracts';
import { Cpr } from '@helhed/kernel';
import { checkFacts } from '@helhed/programmes';
import { Refused } from './refused.js';
import type { Submission } from './submission.js';

type Member = Submission['members'][number];
type Broken = { field: string; rule: string };

export const birthDateOf = ({ cpr, birthDate }: Member): string | undefined =>
  cpr === undefined ? birthDate : Cpr.parse(cpr).birthDate();

/** Whether the submission fits together and the programme takes it: the service's business rules, for both yardsticks. */
export function requireReferable(definition: ProgrammeDefinition, submission: Submission, today: string): void {
  const broken = [
    ...duplicates(submission),
    ...submission.members.flatMap((member, index) => checkMember(submission, member, index, today)),
    ...checkPart(submission, today),
  ];
  if (broken.length > 0) throw new Refused(422, 'referral-inconsistent', broken);
  const wrong = checkFacts(definition, submission.facts);
  if (wrong.length > 0) throw new Refused(422, 'facts-wrong', wrong);
  if (definition.mayRefer.parentsPart !== 'none') requireParentsPart(submission);
}

function duplicates({ households, members }: Submission): Broken[] {
  const seen = new Set<string>();
  return [...households, ...members].flatMap(({ ref }) =>
    seen.size === seen.add(ref).size ? [{ field: ref, rule: 'duplicate-ref' }] : [],
  );
}

function checkMember({ households, members }: Submission, member: Member, index: number, today: string): Broken[] {
  const born = birthDateOf(member);
  const rules = {
    'unknown-household': [member.household].flat().some((home) => !households.some(({ ref }) => ref === home)),
    'only-for-children': member.custody !== undefined && member.role !== 'child',
    'unknown-member': (member.custody ?? []).some(
      (holder) => !members.some(({ ref }) => ref === holder && ref !== member.ref),
    ),
    'duplicate-cpr': member.cpr !== undefined && members.findIndex(({ cpr }) => cpr === member.cpr) < index,
    'birth-date-differs': member.birthDate !== undefined && member.birthDate !== born,
    'in-future': born !== undefined && born > today,
  };
  return Object.entries(rules).flatMap(([rule, broken]) => (broken ? [{ field: `members.${index}`, rule }] : []));
}

function checkPart({ members, parentsPart }: Submission, today: string): Broken[] {
  return parentsPart.flatMap(({ parent, on }, index) => {
    const isParent = members.some(({ ref, role }) => ref === parent && role === 'parent');
    const isFirst = parentsPart.findIndex((part) => part.parent === parent) === index;
    return isParent && isFirst && on <= today ? [] : [{ field: `parentsPart.${index}`, rule: 'not-a-parent' }];
  });
}

function requireParentsPart({ members, parentsPart }: Submission): void {
  const parents = members.filter(({ role }) => role === 'parent');
  const missing = parents.filter(({ ref }) => !parentsPart.some(({ parent }) => parent === ref));
  if (parents.length === 0 || missing.length > 0) throw new Refused(422, 'parents-part-missing');
  if (parentsPart.some(({ agreed }) => !agreed)) throw new Refused(422, 'parents-part-not-agreed');
}
