import type { Acting } from './asker.js';
import { holdsToFamily, holdsToPerson } from './relations.js';
import type { Request } from './request.js';
import { childViewSection, custodySections, identitySection, structureSection, type Section } from './sections.js';
import { only, type Reached } from './things.js';
import { ageOn, within, type Family, type World } from './world.js';

/** A-FAM-16 and 17: what children said. To a family's, whoever reached the family; of a person's, that person. */
export function childViewsFor(world: World, who: Acting, request: Request, thing: Reached | undefined): Reached[] {
  const ofPerson = request.row.id === 'A-FAM-17';
  return (world.childViews ?? [])
    .filter(({ family, child }) => (ofPerson ? child : family) === thing?.id)
    .filter((view) => !ofPerson || isForThem(world, who, view))
    .map((view) => ({
      id: view.id,
      holds: thing?.holds ?? [],
      sections: [childViewSection(view)],
      concerned: { families: [view.family] },
    }));
}

/** A-FAM-20: the child has its own, whoever holds custody those that are open. */
export const isForThem = (
  world: World,
  who: Acting,
  { child, openBy }: { readonly child: string; readonly openBy?: string | undefined },
): boolean => holdsToPerson(world, who, child).some(({ relation }) => relation === 'own' || openBy !== undefined);

interface Ending {
  readonly on: string;
  readonly because: 'custody-ended' | 'majority';
}

const daysUntil = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** The birthday from which nobody has custody. */
const ofAgeOn = (world: World, born: string): string =>
  `${Number(born.slice(0, 4)) + world.ages.majority}${born.slice(4)}`;

/** The ends of custody of a child within the days of notice: by its rows, and by majority. */
function endingsOf(world: World, person: string, born: string | undefined): Ending[] {
  const rows = world.custody.filter((row) => row.child === person && within(world.today, row));
  if (rows.length === 0) return [];
  const days = new Set(rows.flatMap(({ to }) => (to ? [to] : [])));
  const ends: Ending[] = [...days].map((on) => ({ on, because: 'custody-ended' }));
  if (born !== undefined && ageOn(world.today, born) < world.ages.majority)
    ends.push({ on: ofAgeOn(world, born), because: 'majority' });
  return ends.filter(({ on }) => daysUntil(world.today, on) <= world.ages.noticeDays);
}

/** A-FAM-19: of each child whose custody ends, what must be shown for it to be told. */
export function custodyTasksFor(world: World, who: Acting, request: Request): Reached[] {
  return world.families.flatMap((family) => {
    const holds = only(holdsToFamily(world, who, family), request);
    if (holds.length === 0) return [];
    return family.members.flatMap(({ person, birthDate }) =>
      endingsOf(world, person, birthDate).flatMap((ending): Reached[] => {
        const sections = taskSections(world, family, person, ending);
        const id = [person, ending.on, ending.because].join(' ');
        return sections.length > 1 ? [{ id, holds, sections, concerned: { families: [family.id] } }] : [];
      }),
    );
  });
}

/** Its custody, and where majority ends it, its date of birth too: each is there only with the family's structure. */
const taskSections = (world: World, family: Family, person: string, { because }: Ending): Section[] => [
  structureSection(world, family),
  ...custodySections(world, family).filter((section) => section.person === person),
  ...(because === 'majority' ? [identitySection(world, family, person)] : []),
];
