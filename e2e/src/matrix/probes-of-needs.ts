import type { Place } from './world/make-world.js';

/** Each family's, and one of a whole group for each unit. */
export function needsIn({ made, world }: Place): (readonly [of: string, id: string])[] {
  const needs = world.needs ?? [];
  const nameOf = (family: string) => made.find((each) => each.family.id === family)?.scenario.name ?? '';
  const ofFamilies = needs.flatMap(({ id, family }) => (family ? [[`need of ${nameOf(family)}`, id] as const] : []));
  const whole = [...new Set(world.groups.map(({ unit }) => unit))].flatMap((unit) => {
    const need = needs.find((each) => each.family === null && each.unit === unit);
    return need ? [[`need of a group of ${unit}`, need.id] as const] : [];
  });
  return [...ofFamilies, ...whole];
}

/** What two of the commands at a need are sent; the others are sent nothing. */
export function bodyOfNeed(path: string): { readonly body?: object } {
  const bodies = { change: { language: 'so' }, arrange: { by: 'supplier', reference: 'T-1' } };
  const body = bodies[path.split(':').at(-1) as keyof typeof bodies];
  return body ? { body } : {};
}
