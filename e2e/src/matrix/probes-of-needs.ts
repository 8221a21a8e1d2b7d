import { newId } from '@helhed/kernel';
import type { Owned } from './oracle/recorded.js';
import { toldInLog, type Probe } from './probe.js';
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

/** That a family's is another by now tells something of it to whoever is told; a whole group's tells of nobody. */
export const toldOfFamilies = (probes: readonly Probe[]): Probe[] =>
  probes.map((probe) =>
    probe.of.startsWith('need of a group') ? probe : { ...probe, otherwise: { ...probe.otherwise, wrong: toldInLog } },
  );

type At = readonly [of: string, family: string, appointment: string];

/** Nobody's person: whoever may is told so, and nothing is named. */
export const probesOfNaming = (path: string, at: readonly At[]): Probe[] =>
  at.map(([of, family, appointment]) => ({
    of,
    path,
    body: { kind: 'interpreter', appointment, family, language: 'ar', person: newId() },
    named: { session: appointment, family },
    otherwise: { status: 422, problem: '!resource-unknown', wrong: toldInLog },
  }));

/** A family's own conversation, and one with another. */
export function talksToNeedAt({ family }: Place, talks: readonly Owned[]): At[] {
  const { id } = family('plain').family;
  const at = (isOwn: boolean) => talks.find((each) => (each.family === id) === isOwn)?.id ?? newId();
  return [
    ['plain, at its conversation', id, at(true)],
    ['plain, at a conversation with others', id, at(false)],
  ];
}

/** What two of the commands at a need are sent; the others are sent nothing. */
export function bodyOfNeed(path: string): { readonly body?: object } {
  const bodies = { change: { language: 'so' }, arrange: { by: 'supplier', reference: 'T-1' } };
  const body = bodies[path.split(':').at(-1) as keyof typeof bodies];
  return body ? { body } : {};
}
