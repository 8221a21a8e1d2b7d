import { seededRandom } from '@helhed/testing';
import { decide } from '../oracle/decide.js';
import { pageRows } from '../oracle/page.js';
import type { LookNoted } from '../oracle/recorded.js';
import { familySections, planSection, referralSections, type Section } from '../oracle/sections.js';
import { nameOf } from '../oracle/view.js';
import type { World } from '../oracle/world.js';
import type { Person } from './cast.js';
import type { Made } from './make-family.js';
import { send } from './http.js';
import type { Place } from './make-world.js';
import { Maker } from './maker.js';
import { askedOn } from './scenarios.js';

const [begin, end] = [`${askedOn}T12:00:00Z`, `${askedOn}T14:00:00Z`];
/** Whether the world knows every look of that hour. @param at an instant */
export const isKnown = (at: string): boolean => begin.slice(0, 16) <= at && at < end.slice(0, 16);

const lookers: readonly Person[] = [
  'pia',
  'vibeke',
  'viggo',
  'gitte',
  'frida',
  'soeren',
  'karen',
  'hanne',
  'trine',
  'lone',
  'daniel',
];
/** Each shows what is about everybody in the family, or the frame. */
const rows = pageRows().filter(({ id }) => ['A-FAM-01', 'A-FAM-06', 'A-REF-06'].includes(id));
const looksAtEach = 10;
/** What is printed of each family, by who may have something to print. */
const prints = pageRows().filter(({ id, path }) => ['A-FAM-32', 'A-REF-17'].includes(id) && !path.endsWith('.pdf'));
const printers: readonly Person[] = ['gitte', 'frida', 'pia'];

/** The sections of what is looked at that were shown. */
function sectionsShown(world: World, { family, referral }: Made, names: readonly string[]): Section[] {
  const goals = (world.goals ?? []).filter((goal) => goal.family === family.id).map((goal) => planSection(world, goal));
  const sections = [...familySections(world, family), ...Object.values(referralSections(world, referral)), ...goals];
  return sections.filter((section) => names.includes(nameOf(section)));
}

const categoriesOf = (sections: readonly Section[]): string[] =>
  [...new Set(sections.map(({ category }) => category))].toSorted();

/** Looks at each family by whom chance chooses, between two hours at which nobody else looks: what the register has of them. */
export async function makeLooks(place: Place, seed: number): Promise<readonly LookNoted[]> {
  const { platform, cast, world, made } = place;
  const maker = new Maker(platform, cast);
  const random = seededRandom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const noted: LookNoted[] = [];
  await maker.setClock(begin);
  for (const each of made)
    for (const [person, row] of [
      ...Array.from({ length: looksAtEach }, () => [pick(lookers), pick(rows)] as const),
      ...printers.flatMap((printer) => prints.map((row) => [printer, row] as const)),
    ]) {
      const who = cast.as(person);
      const { family, referral } = each;
      const target = row.path.includes('/referrals/') ? referral.id : family.id;
      const expected = decide(world, { row, asker: who.asker, target, otherwise: { status: 200 } });
      const token = await who.token();
      const recipient = row.id === 'A-FAM-32' ? `?recipient=${family.members[0]?.person}` : '';
      const path = `${row.path.replace('{id}', target)}${recipient}`;
      const got = await send(platform.url, { method: 'GET', path, token });
      if (got.status !== expected.status) throw new Error(`${who.name}: ${row.path}: ${got.status} ${got.text}`);
      const refused = expected.rule.startsWith('A-OWN');
      if (got.status !== 200 && !refused) continue;
      const [unit = '', name = ''] = who.asker.pairs?.[0]?.split(':') ?? [];
      const shown = sectionsShown(world, each, refused ? [] : (expected.shown ?? []));
      const ofPerson = (person: string) => categoriesOf(shown.filter(({ persons }) => persons.includes(person)));
      noted.push({
        family: family.id,
        unit,
        function: name,
        sub: who.sub,
        act: row.act,
        categories: categoriesOf(shown),
        told: Object.fromEntries(family.members.map(({ person }) => [person, ofPerson(person)])),
        refused,
      });
    }
  await maker.setClock(end);
  return noted;
}

/** The place, with the looks made in it. */
export async function lookedAt(place: Place, seed: number): Promise<Place> {
  const noted = await makeLooks(place, seed);
  const looks = noted
    .filter(({ refused }) => !refused)
    .map(({ family, unit, sub }, index) => ({ id: `noted ${index}`, of: 'a noted look', family, unit, by: sub }));
  return { ...place, world: { ...place.world, noted, looks } };
}
