import type { DemoMunicipality } from './people.js';

/** An invented family as the day care's system refers it: two parents in two homes, children in both. */
export function demoReferral(
  number: number,
  { programme, facts }: Pick<DemoMunicipality, 'programme' | 'facts'>,
  on: string,
): Record<string, unknown> {
  const surname = surnames[number % surnames.length] ?? '';
  const birth = (year: number): string =>
    `${year - (number % 4)}-${pad(1 + (number % 12))}-${pad(1 + ((number * 7) % 28))}`;
  const member = (
    ref: string,
    role: string,
    first: string,
    born: number,
    household: unknown,
  ): Record<string, unknown> => ({
    ref,
    role,
    name: `${first} ${surname}`,
    birthDate: birth(born),
    household,
  });
  const pick = (from: readonly string[]): string => from[number % from.length] ?? '';
  const custody = ['mor', 'far'];
  return {
    programme,
    referringUnit: 'db-solsikken',
    senderReference: `solsikken-${number}`,
    reason: pick(reasons),
    households: [{ ref: 'hjem-1', address: `${pick(streets)} ${number + 1}` }, { ref: 'hjem-2' }],
    members: [
      member('mor', 'parent', pick(mothers), 1992, 'hjem-1'),
      member('far', 'parent', pick(fathers), 1990, 'hjem-2'),
      { ...member('barn-1', 'child', pick(children), 2024, ['hjem-1', 'hjem-2']), custody },
      { ...member('barn-2', 'child', pick(siblings), 2022, ['hjem-1', 'hjem-2']), custody },
    ],
    parentsPart: [
      { parent: 'mor', how: 'meeting', on, agreed: true },
      { parent: 'far', how: 'phone', on, agreed: true },
    ],
    facts,
  };
}

const pad = (value: number): string => String(value).padStart(2, '0');
const surnames = ['Ager', 'Birk', 'Dam', 'Eng', 'Fjord', 'Hede', 'Klit', 'Mose', 'Strand', 'Vig'];
const mothers = ['Anna', 'Camilla', 'Ditte', 'Fie', 'Heidi'];
const fathers = ['Anders', 'Bo', 'Carsten', 'Emil', 'Jonas'];
const children = ['Alma', 'Felix', 'Ida', 'Noah'];
const siblings = ['Karla', 'Malthe', 'Olivia', 'Villads', 'Sofie'];
const streets = ['Lærkevej', 'Solvænget', 'Mosevej', 'Strandgade', 'Kirkestien'];
const reasons = [
  'Morgener og sengetider er svære for alle; forældrene ønsker hjælp.',
  'Måltiderne ender i konflikt i begge hjem; forældrene vil gerne gøre det ens.',
  'Børnene sover dårligt efter skift mellem hjemmene; forældrene har selv spurgt.',
];
