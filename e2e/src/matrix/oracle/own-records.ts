import type { Acting } from './asker.js';
import { within, type World } from './world.js';

export type Bar = 'own-record' | 'relative-record' | 'colleague-record';

/** The rule that each is of. */
export const barRules: Readonly<Record<Bar, string>> = {
  'own-record': 'A-OWN-01',
  'relative-record': 'A-OWN-02',
  'colleague-record': 'A-OWN-03',
};

export interface Concerned {
  readonly families: readonly string[];
  /** Beside the families' members: a basis's persons and givers. */
  readonly persons?: readonly string[];
}

/** Section 7: what bars the actor from a thing, whichever section is asked for. */
export function barOf(
  world: World,
  who: Acting,
  { families, persons = [] }: Concerned,
  { colleagues = true }: { readonly colleagues?: boolean } = {},
): Bar | undefined {
  if (who.kind !== 'person') return undefined;
  const members = world.families.filter(({ id }) => families.includes(id)).flatMap((family) => family.members);
  const concerned = new Set([...persons, ...members.map(({ person }) => person)]);
  const rows = world.employees.filter((row) => within(world.today, row) && concerned.has(row.person));
  if (rows.some((row) => row.sub === who.sub && row.kind === 'own-person')) return 'own-record';
  if (rows.some((row) => row.sub === who.sub && row.kind === 'relative')) return 'relative-record';
  const colleague = (sub: string) =>
    sub !== who.sub && (world.holders[sub] ?? []).some((pair) => pair.split(':')[0] === who.unit);
  if (!colleagues || who.unit === undefined) return undefined;
  if (!rows.some((row) => row.kind === 'own-person' && colleague(row.sub))) return undefined;
  const cleared = world.clearances.some(
    (each) =>
      each.sub === who.sub &&
      each.unit === who.unit &&
      each.function === who.function &&
      families.includes(each.family) &&
      within(world.today, each),
  );
  return cleared ? undefined : 'colleague-record';
}
