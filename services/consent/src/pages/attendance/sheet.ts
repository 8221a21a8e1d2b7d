import type { Text } from '@helhed/kernel';
import type { ToldAttendance, ToldFamily } from './find-sheet.js';
import type { OwnSession } from './find-sessions.js';

export interface Mark {
  readonly person: string;
  readonly present: boolean;
  readonly reason: string | null;
}

/** How many come, for the meal. */
export interface Heads {
  readonly bands: readonly { readonly code: string; readonly text: Text; readonly heads: number }[];
  readonly unknown: number;
  /** Families that come too, and are not counted. */
  readonly withheld: number;
}

export interface SheetPerson {
  readonly id: string;
  readonly role: 'parent' | 'child' | 'other';
  /** From 1, among those of its role: tells apart those whose names are withheld. */
  readonly number: number;
  /** Absent where it is withheld. */
  readonly name?: string | undefined;
  /** In whole years on the day of the session; absent where it is not known or withheld. */
  readonly age?: number | undefined;
  /** Why the name is withheld: slugs of docs/access.md, section 10. */
  readonly hidden: readonly string[];
}

export interface Noted {
  readonly id: string;
  readonly version: number;
  readonly marks: readonly Mark[];
  readonly recordedOn?: string | undefined;
}

/** A family with a seat, of which everything is shown that noting needs. */
export interface OpenFamily {
  readonly id: string;
  readonly persons: readonly SheetPerson[];
  /** What is there already. */
  readonly noted?: Noted | undefined;
}

/** A family of which something is withheld or refused that noting needs, or that is not said just now. */
export type ClosedFamily =
  | { readonly id: string; readonly hidden: readonly string[] }
  | { readonly id: string; readonly refused: Text }
  | { readonly id: string; readonly away: true };
export type SheetFamily = OpenFamily | ClosedFamily;

export const isOpen = (family: SheetFamily): family is OpenFamily => 'persons' in family;

type Told<T> = T | { readonly refused: Text } | undefined;

/** What the two services said of a family, put together. Whom a session is for is scheduling's rule: to an evening come the parents. */
export function sheetFamily(
  id: string,
  { kind, date }: Pick<OwnSession, 'kind' | 'date'>,
  who: Told<ToldFamily>,
  sheet: Told<{ readonly found: ToldAttendance | undefined }>,
): SheetFamily {
  if (!who || !sheet) return { id, away: true };
  if ('refused' in who) return { id, refused: who.refused };
  if ('refused' in sheet) return { id, refused: sheet.refused };
  const { found } = sheet;
  const reasons = (parts: ToldFamily['withheld']) => [...new Set(parts.map(({ reason }) => reason))];
  if (!who.members) return { id, hidden: reasons(who.withheld) };
  if (found && !found.marks) return { id, hidden: reasons(found.withheld) };
  const members = who.members.filter(({ role }) => kind === 'session' || role === 'parent');
  const persons = members.map(({ personId, role, name, birthDate }, at): SheetPerson => {
    const hidden = who.withheld.filter(
      ({ category, person }) => category === 'identity' && (person ?? personId) === personId,
    );
    const age = birthDate ? { age: ageOn(date, birthDate) } : {};
    const number = members.slice(0, at + 1).filter((other) => other.role === role).length;
    return { id: personId, role, number, name, ...age, hidden: name === undefined ? reasons(hidden) : [] };
  });
  const noted = found && { ...found, marks: found.marks ?? [] };
  return { id, persons, noted };
}

/** Whole years. @param on and `born` ISO dates */
export function ageOn(on: string, born: string): number {
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4));
  return on.slice(5) < born.slice(5) ? years - 1 : years;
}

export const sameMarks = (some: readonly Mark[], others: readonly Mark[]): boolean =>
  some.length === others.length &&
  some.every(({ person, present, reason }) =>
    others.some((other) => other.person === person && other.present === present && other.reason === reason),
  );
