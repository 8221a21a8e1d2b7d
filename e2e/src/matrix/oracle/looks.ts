import type { Acting } from './asker.js';
import type { LookNoted } from './recorded.js';
import { lookEntry } from './sections.js';
import type { Reached } from './things.js';
import type { World } from './world.js';

/** What tells one look from another in the list of a row: nobody is told more of it than 4.6 says. */
export function inWords(
  row: string,
  { act, unit, function: name, sub, categories }: Omit<LookNoted, 'family' | 'refused' | 'told'>,
): string {
  const shown = categories.join(', ');
  if (row === 'A-CON-12') return `${sub}: ${act}`;
  return row === 'A-CON-16' ? `${name}: ${act}, ${shown}` : `${unit} ${name}: ${shown}`;
}

const asItem =
  (row: string, person: string | undefined) =>
  (look: LookNoted): Reached => ({
    // a person's page has what was shown of that person
    id: inWords(row, row === 'A-CON-11' ? { ...look, categories: look.told[person ?? ''] ?? [] } : look),
    holds: [],
    sections: [lookEntry],
    concerned: { families: [look.family] },
  });

const tellsTooMuch = /^((separation|employee-relation|observation|video)\.|group\.join-staff$)/;

/**
 * A-CON-11: at the families of the person, without refused attempts. A-CON-16: at the family, in the actor's unit, without
 * them and what by its act alone tells the unit too much. A-CON-12: each attempt that was refused is drawn, but the officer's own; of the others a share that chance has.
 */
export function looksFor(world: World, who: Acting, row: string, thing: Reached | undefined): Reached[] | undefined {
  if (!world.noted) return undefined;
  const families = world.families.filter(({ members }) => members.some(({ person }) => person === thing?.id));
  const isWanted = ({ family, unit, refused, sub, act }: LookNoted): boolean => {
    if (row === 'A-CON-12') return refused && sub !== who.sub;
    if (refused) return false;
    if (row === 'A-CON-16') return family === thing?.id && unit === who.unit && !tellsTooMuch.test(act);
    return families.some(({ id }) => id === family);
  };
  return world.noted.filter(isWanted).map(asItem(row, thing?.id));
}

/** The kind of paper that an act makes: A-FAM-32 and A-REF-17. */
const kindOf: Readonly<Record<string, string>> = { 'plan.print': 'printed-plan', 'referral.letter': 'letter' };

/** What tells one paper from another. */
export const paperInWords = (kind: string, unit: string, name: string): string => `${kind} by ${name} in ${unit}`;

/** A-CON-22: on which something was shown of the family. A-CON-23: of the person. */
export function papersFor(world: World, row: string, thing: Reached | undefined): Reached[] | undefined {
  return world.noted?.flatMap(({ act, family, unit, function: name, categories, told, refused }) => {
    const kind = kindOf[act];
    const shown = row === 'A-CON-22' ? family === thing?.id && categories : told[thing?.id ?? ''];
    if (kind === undefined || refused || !shown || shown.length === 0) return [];
    return [{ id: paperInWords(kind, unit, name), holds: [], sections: [], concerned: { families: [family] } }];
  });
}
