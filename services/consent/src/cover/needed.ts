import type { ConsentRule, GroundRules } from '@helhed/contracts';
import { valueOn } from '@helhed/programmes';
import { turnsOn, type Turn } from '../families/turns.js';

/** What whose consent is needed for a person depends on. */
export interface PersonFacts {
  /** Of age when it was last told. */
  readonly adult: boolean;
  /** When the person reaches an age; none where no birth date is known. */
  readonly turns: readonly Turn[];
  /** Who holds custody, and when. */
  readonly custody: readonly { readonly holderId: string; readonly from: string | null; readonly to: string | null }[];
  readonly households: readonly string[];
}

export interface People {
  readonly people: ReadonlyMap<string, PersonFacts>;
  readonly majority: GroundRules['ages']['majority'];
}

export function isAdult({ adult, turns }: PersonFacts, majority: People['majority'], day: string): boolean {
  const on = turnsOn(turns, valueOn(majority, day));
  return adult || (on !== undefined && on <= day);
}

/** Whose consent it takes for a person to be covered, on a day (A-BAS-09); nobody: no consent covers the person. */
export function neededFor(
  personId: string,
  { people, majority }: People,
  rule: ConsentRule | undefined,
  day: string,
): string[] {
  const person = people.get(personId);
  if (!rule || !person) return [];
  if (isAdult(person, majority, day)) return [personId];
  const hasVoice = rule.ownVoice !== undefined && hasTurned(person, rule.ownVoice.age, day);
  if (hasVoice && rule.ownVoice?.mode === 'alone') return [personId];
  const holders = holdersOn(person, day).filter(
    (holder) => rule.consentOf !== 'resident-parent' || liveTogether(person, people.get(holder)),
  );
  // without a holder nobody can speak for the child, and its own voice is only one beside theirs
  if (holders.length === 0) return [];
  return hasVoice ? [personId, ...holders] : holders;
}

function hasTurned({ turns }: PersonFacts, age: number, day: string): boolean {
  const on = turnsOn(turns, age);
  return on !== undefined && on <= day;
}

export const holdersOn = ({ custody }: Pick<PersonFacts, 'custody'>, day: string): string[] => [
  ...new Set(
    custody
      .filter(({ from, to }) => (from === null || from <= day) && (to === null || day < to))
      .map(({ holderId }) => holderId),
  ),
];

const liveTogether = ({ households }: PersonFacts, holder: PersonFacts | undefined): boolean =>
  holder !== undefined && holder.households.some((household) => households.includes(household));

/** The days on which whose consent is needed for a person may change, beside those of the rules themselves. */
export function daysOfChange(personId: string, { people, majority }: People, ages: Iterable<number>): string[] {
  const person = people.get(personId);
  if (!person) return [];
  const birthdays = [...ages, ...majority.map(({ value }) => value)].flatMap((age) => turnsOn(person.turns, age) ?? []);
  const custody = person.custody.flatMap(({ from, to }) => [from ?? [], to ?? []].flat());
  return [...birthdays, ...custody, ...majority.map(({ validFrom }) => validFrom)];
}
