import { newId } from '@helhed/kernel';
import type { World } from './oracle/world.js';
import type { Probe } from './probe.js';

const at = (path: string, [of, id]: readonly [string, string], more: Partial<Probe>): Probe => ({
  of,
  path: path.replace('{id}', id),
  target: id,
  otherwise: { status: 200 },
  ...more,
});

/** One colleague asks that a look be kept back; of the look that she asked it of before, only another may confirm it. */
export function deferrals(path: string, { looks = [], samples = [] }: World): Probe[] {
  const defers = path.endsWith(':defer');
  const asked = looks.filter(({ of, deferredBy }) => (defers ? of === 'a look' : deferredBy !== undefined));
  const body = defers ? { body: { reason: 'Undersøgelse', until: '2026-11-01' } } : {};
  return [
    ['nothing', newId()] as const,
    ...samples.slice(0, 1).map((id) => ['a look of another unit', id] as const),
    ...asked.map(({ id, of }) => [`${of} of the unit`, id] as const),
  ].map((look) =>
    // of two at once nobody could say which came first
    at(path, look, { ...body, ...(defers && look[0] !== 'nothing' && { harmfulFor: ['soeren'] }) }),
  );
}

/** The officer decides that a family is told who looked. */
export const namings = (path: string, { looks = [] }: World): Probe[] =>
  [
    ['nothing', newId()] as const,
    ...looks.filter(({ deferredBy }) => deferredBy === undefined).map(({ id, of }) => [of, id] as const),
  ].map((look) => at(path, look, { body: { paragraph: 'Forvaltningsloven § 9', reason: 'Der er klaget.' } }));
