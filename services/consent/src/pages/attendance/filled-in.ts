import { isOpen, type Mark, type OpenFamily, type SheetPerson } from './sheet.js';
import type { Sheet } from './find-sheet.js';

/** As the browser sends it. */
export type Form = Readonly<Record<string, string | undefined>>;

export type Choice = 'came' | 'away' | 'none';

/** What stands at a person: a reason may be chosen beside any choice, and counts beside *away* alone. */
export interface Chosen {
  readonly choice: Choice;
  readonly reason: string;
}

/** What was filled in of one family. */
export interface FilledIn {
  readonly family: OpenFamily;
  /** Of the attendance that the form showed; null where none was noted. */
  readonly version: number | null;
  /** The same for the same form sent twice. */
  readonly key: string;
  readonly chosen: ReadonlyMap<string, Chosen>;
}

/** A field's id, and what is wrong with it. */
export interface Fault {
  readonly field: string;
  readonly fault: 'reason' | 'nobody';
  readonly person?: SheetPerson;
}

export const field = (name: 'mark' | 'reason', family: string, person: string): string => `${name}.${family}.${person}`;
export const familyField = (name: 'version' | 'key' | 'family', family: string): string => `${name}.${family}`;

const choices: readonly string[] = ['came', 'away'];

/** Of the families that the form has and that can be noted. */
export function filledIn({ families }: Sheet, form: Form): FilledIn[] {
  return families.filter(isOpen).flatMap((family): FilledIn[] => {
    const key = form[familyField('key', family.id)];
    if (!key) return [];
    const version = Number(form[familyField('version', family.id)] ?? '') || null;
    const chosen = family.persons.map(({ id }): [string, Chosen] => {
      const mark = form[field('mark', family.id, id)] ?? '';
      const choice = choices.includes(mark) ? (mark as Choice) : 'none';
      return [id, { choice, reason: form[field('reason', family.id, id)] ?? '' }];
    });
    return [{ family, version, key, chosen: new Map(chosen) }];
  });
}

/** What stands there already, as it would be filled in. */
export function chosenBefore({ persons, noted }: OpenFamily): ReadonlyMap<string, Chosen> {
  return new Map(
    persons.map(({ id }): [string, Chosen] => {
      const mark = noted?.marks.find(({ person }) => person === id);
      if (!mark) return [id, { choice: 'none', reason: '' }];
      return [id, { choice: mark.present ? 'came' : 'away', reason: mark.reason ?? '' }];
    }),
  );
}

/** Of whom nothing was chosen has no mark. */
export const marksOf = ({ chosen }: Pick<FilledIn, 'chosen'>): Mark[] =>
  [...chosen].flatMap(([person, { choice, reason }]) => {
    if (choice === 'none') return [];
    return [{ person, present: choice === 'came', reason: choice === 'came' ? null : reason }];
  });

/** What must be filled in otherwise before anything is saved. */
export function faultsIn({ session: { reasons } }: Sheet, filled: readonly FilledIn[]): Fault[] {
  const codes = reasons.map(({ code }) => code);
  return filled.flatMap(({ family, chosen }) => {
    const missing = family.persons.flatMap((person): Fault[] => {
      const { choice, reason } = chosen.get(person.id) ?? { choice: 'none', reason: '' };
      if (choice !== 'away' || codes.includes(reason)) return [];
      return [{ field: field('reason', family.id, person.id), fault: 'reason', person }];
    });
    const nobody = family.noted && marksOf({ chosen }).length === 0;
    return [...missing, ...(nobody ? [{ field: familyField('family', family.id), fault: 'nobody' } as const] : [])];
  });
}
