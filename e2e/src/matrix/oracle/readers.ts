import type { Acting } from './asker.js';
import {
  linkReaders,
  readingConsent,
  readingFamilyPlan,
  readingReferral,
  readingReporting,
  readingScheduling,
} from './readings.js';
import type { Expected } from './request.js';
import { inOrder, purposeOf, type Hold } from './relations.js';
import type { Section } from './sections.js';
import { groundsOf, showSection } from './show.js';
import type { World } from './world.js';

/** What a pair could be shown by one look: sections, by the relations of the look's row that hold. */
export interface Reading {
  readonly holds: readonly Hold[];
  readonly sections: readonly Section[];
}

/** By whom, and of whom it is asked. */
export interface Asking {
  readonly who: Acting;
  readonly person: string;
}

type Readings = (world: World, pair: Acting, asking: Asking) => readonly Reading[];

const services: Readonly<Record<string, Readings>> = {
  referral: readingReferral,
  'family-plan': readingFamilyPlan,
  scheduling: readingScheduling,
  consent: readingConsent,
  reporting: readingReporting,
};

/** In words, so that the same is told once. */
export const readerInWords = (unit: string, name: string | null, relation: string, category: string): string =>
  `${unit}:${name ?? relation} as ${relation} ${category}`;

const isPart = ({ partOf }: Section) => partOf !== undefined;

/** A-OPS-05: each function that can be held in a unit which is not retired, and whoever has a calendar's link. */
export function readersShown(world: World, who: Acting, person: string, status: number): Expected {
  const readers: Record<string, Record<string, readonly string[]>> = {};
  const pairs = (world.functions ?? []).filter((pair) => !isRetired(world, pair));
  for (const [service, readings] of Object.entries(services)) {
    const told = new Map<string, Set<string>>();
    const tell = (pair: Acting, hold: Hold, section: Section) => {
      if (showSection(world, pair, [hold], section).reason !== undefined) return;
      const words = readerInWords(pair.unit ?? '', pair.function ?? null, hold.relation, section.category);
      const grounds = groundsOf(world, pair, hold, section);
      told.set(words, new Set([...(told.get(words) ?? []), ...grounds]));
    };
    for (const each of pairs) {
      const [unit = '', name = ''] = each.split(':');
      const pair: Acting = {
        kind: 'person',
        sub: '',
        anybody: true,
        unit,
        function: name,
        pairs: [each],
        claimed: [each],
      };
      for (const { holds, sections } of readings(world, pair, { who, person })) {
        const whole = sections.find(({ parts }) => parts);
        const isWhole = !whole || showSection(world, pair, holds, whole).reason === undefined;
        for (const section of sections)
          if (concerns(section, person) && (isWhole || !isPart(section)))
            for (const hold of firstOfEach(world, pair, holds, section)) tell(pair, hold, section);
      }
    }
    if (service === 'scheduling')
      for (const { pair, hold, section } of linkReaders(world, person)) tell(pair, hold, section);
    readers[service] = Object.fromEntries([...told].map(([words, grounds]) => [words, [...grounds].toSorted()]));
  }
  const shown = Object.values(readers).some((each) => Object.keys(each).length > 0) ? ['basis.entry'] : [];
  return { status, rule: 'A-OPS-05', shown, readers };
}

export const isRetired = (world: World, pair: string): boolean =>
  world.units.some(({ code, retired }) => retired && code === pair.split(':')[0]);

/** Of each purpose the relation that is first of those by which the section is shown. */
function firstOfEach(world: World, pair: Acting, holds: readonly Hold[], section: Section): Hold[] {
  const showing = inOrder(holds).filter((hold) => showSection(world, pair, [hold], section).reason === undefined);
  const purpose = ({ relation }: Hold) => (section.needsNoBasis ? undefined : purposeOf[relation]);
  return showing.filter((hold) => showing.find((each) => purpose(each) === purpose(hold)) === hold);
}

/** What the register holds of somebody is picked out where it is read. */
const concerns = ({ persons, needsNoBasis }: Section, person: string): boolean =>
  needsNoBasis === true || persons.includes(person);
