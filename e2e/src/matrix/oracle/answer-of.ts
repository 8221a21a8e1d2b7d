import type { Acting } from './asker.js';
import { coversToday } from './bases.js';
import { maySend } from './may-send.js';
import { thingOf } from './one-thing.js';
import { holdsToPerson } from './relations.js';
import type { Request, View } from './request.js';
import { basisEvidence, basisEntry, type Section } from './sections.js';
import { pageRows } from './page.js';
import { basisFor, type Reached } from './things.js';
import { viewOf } from './view.js';
import type { Basis, World } from './world.js';

/** What a command's own answer shows of what it changed: decided as a look (1.4). The column *shows* says which sections. */
export function answerOf(world: World, who: Acting, { row, named }: Request, thing: Reached): View {
  // whoever records a basis is of the unit that did; two kinds have evidence
  const hasEvidence = ['consent', 'vital-interest'].includes(named?.kind ?? '');
  const recorded: readonly Section[] = [basisEntry, ...(hasEvidence ? [basisEvidence] : [])];
  const sections = row.id === 'A-CON-01' ? recorded : thing.sections;
  const told = sections.filter(({ name }) => row.shows.includes(name));
  const { shown, withheld } = viewOf(world, who, thing.holds, told);
  return { shown, withheld };
}

/**
 * A-CON-05: which other recorded bases still cover somebody of the one taken back, towards the same unit, for one of its
 * categories, of those that the actor reaches.
 */
export function remainingOf(world: World, who: Acting, id: string): string[] {
  const taken = world.bases.find((basis) => basis.id === id);
  if (!taken) return [];
  return world.bases
    .filter((basis) => basis.id !== id && basis.toUnit === taken.toUnit)
    .filter(({ categories }) => categories.some((category) => taken.categories.includes(category)))
    .filter((basis) => reaches(world, who, basis))
    .filter((basis) => taken.persons.some((person) => coversToday(world, basis, person)))
    .map((basis) => basis.id);
}

/** A-CON-10 of a citizen, A-CON-02 of a person. */
function reaches(world: World, who: Acting, basis: Basis): boolean {
  const { persons, givers } = basis;
  if (who.kind === 'citizen')
    return [...persons, ...givers.map(({ person }) => person)].some(
      (each) => holdsToPerson(world, who, each).length > 0,
    );
  const row = pageRows().find(({ id }) => id === 'A-CON-02');
  return row !== undefined && basisFor(world, who, { row, otherwise: { status: 200 } } as Request, basis) !== undefined;
}

/** Whether the row of a family's own list lets the person in. */
function opens(world: World, who: Acting, id: string, family: string): boolean {
  const row = pageRows().find((each) => each.id === id);
  const request = { row, target: family, otherwise: { status: 200 } } as Request;
  return row !== undefined && !maySend(row, who) && thingOf(world, who, request) !== undefined;
}

/** A-CON-05: where it is asked what was given out already: of a family, as far as it would be answered. */
export function givenOutOf(world: World, who: Acting, id: string): string[] {
  const taken = world.bases.find((basis) => basis.id === id);
  if (!taken) return [];
  const lists = (of: string) => [`/scheduling/v1/${of}/deliveries`, `/consent/v1/${of}/papers`];
  if (who.kind !== 'citizen') {
    const [calendar = '', paper = ''] = lists(`families/${taken.family}`);
    return [
      ...(opens(world, who, 'A-SCH-21', taken.family) ? [calendar] : []),
      ...(opens(world, who, 'A-CON-22', taken.family) ? [paper] : []),
    ];
  }
  return taken.persons
    .filter((person) => holdsToPerson(world, who, person).length > 0)
    .flatMap((person) => lists(`persons/${person}`));
}
