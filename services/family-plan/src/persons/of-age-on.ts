import type { Tx } from '@helhed/database';
import { getGroundRules, valueOn } from '@helhed/programmes';
import { In } from 'typeorm';
import { Person } from './person.js';

/**
 * The day on which each comes of age, by the rule of today; who was born on 29 February does on 1 March of a year without
 * that day. @returns ISO dates by person; nobody whose birth date is not known is among them
 */
export async function ofAgeOn({ manager, municipality, today, personalData }: Tx, ids: readonly string[]) {
  const majority = valueOn(getGroundRules().ages.majority, today);
  const persons = await manager.findBy(Person, { municipality, id: In([...ids]) });
  const days = persons.flatMap((person): [string, string][] => {
    const birthDate = person.openBirthDate(personalData);
    return birthDate === null ? [] : [[person.id, birthdayOf(birthDate, majority)]];
  });
  return new Map(days);
}

/** @param birthDate ISO date @param age in years */
export function birthdayOf(birthDate: string, age: number): string {
  const [year, month, day] = birthDate.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year + age, month - 1, day)).toISOString().slice(0, 10);
}
