import {
  ageOn,
  definitionInForce,
  holdersOf,
  isChild,
  memberOf,
  within,
  type Basis,
  type ConsentRule,
  type World,
} from './world.js';

/** The purpose's rule in force for a programme, or undefined: then no consent covers anybody. */
export const ruleOf = (world: World, programme: string, purpose: string): ConsentRule | undefined =>
  definitionInForce(world, programme)
    ?.purposes[purpose]?.rules?.filter(({ validFrom }) => validFrom <= world.today)
    .at(-1);

/** A-BAS-09: whose consent is needed for a person today; nobody: it is not covered. */
export function needed(
  world: World,
  { programme, purpose }: Pick<Basis, 'programme' | 'purpose'>,
  person: string,
): string[] {
  const rule = ruleOf(world, programme, purpose);
  const member = memberOf(world, person);
  if (!rule || !member) return [];
  if (!isChild(world, member)) return [person];
  const holders = holdersOf(world, person).filter(
    (holder) =>
      rule.consentOf !== 'resident-parent' ||
      memberOf(world, holder)?.households.some((household) => member.households.includes(household)),
  );
  const { ownVoice } = rule;
  const hasVoice = ownVoice && member.birthDate !== undefined && ageOn(world.today, member.birthDate) >= ownVoice.age;
  if (hasVoice && ownVoice.mode === 'alone') return [person];
  if (holders.length === 0) return [];
  return hasVoice ? [person, ...holders] : holders;
}

/** A-BAS-07, apart from who took it back. */
const inPeriod = (world: World, basis: Basis): boolean =>
  within(world.today, { from: basis.validFrom, to: basis.validTo });

const tookBack = (basis: Basis, person: string) => basis.givers.some((giver) => giver.person === person && giver.back);
const stillGives = (basis: Basis, person: string) =>
  basis.givers.some((giver) => giver.person === person && !giver.back);

/** No giver left: the basis is withdrawn. */
export const withdrawn = ({ kind, givers }: Basis) =>
  kind === 'consent' && givers.length > 0 && givers.every(({ back }) => back);

function leftOut(world: World, basis: Basis, person: string): boolean {
  const allowed = ruleOf(world, basis.programme, basis.purpose)?.exceptions ?? [];
  return (
    !basis.givers.some((giver) => giver.person === person) &&
    (basis.leftOut ?? []).some((each) => each.person === person && allowed.includes(each.paragraph))
  );
}

/** A-BAS-07 and 08 together. */
export function coversToday(world: World, basis: Basis, person: string): boolean {
  if (!basis.persons.includes(person) || !inPeriod(world, basis)) return false;
  if (basis.ended || basis.usedUp || withdrawn(basis)) return false;
  if (basis.kind !== 'consent') return true;
  const whose = needed(world, basis, person);
  return whose.length > 0 && whose.every((each) => stillGives(basis, each) || leftOut(world, basis, each));
}

/** Section 10: which *withheld* codes a candidate has for a person, in the order of the table. */
export function codesOf(world: World, basis: Basis, person: string): string[] {
  const whose = basis.kind === 'consent' ? needed(world, basis, person) : [];
  const incomplete =
    basis.kind === 'consent' &&
    (whose.length === 0 ||
      whose.some((each) => !basis.givers.some((giver) => giver.person === each) && !leftOut(world, basis, each)));
  return [
    basis.kind === 'consent' && whose.some((each) => tookBack(basis, each)) && 'consent-withdrawn',
    basis.ended && 'basis-ended',
    basis.usedUp && 'exchange-used-up',
    basis.validTo && world.today >= basis.validTo && 'basis-expired',
    world.today < basis.validFrom && 'basis-not-yet-valid',
    incomplete && 'consent-incomplete',
  ].filter((code): code is string => typeof code === 'string');
}

export const withheldOrder = [
  'consent-withdrawn',
  'basis-ended',
  'exchange-used-up',
  'basis-expired',
  'basis-not-yet-valid',
  'consent-incomplete',
  'no-basis',
];
