import { newId } from '@helhed/kernel';
import type { Probe } from './probe.js';
import type { Place } from './world/make-world.js';

const ok = { status: 200 } as const;

/** A-CIT-09: all of them, and those of an account or a person: one that is shown to everybody who may, one that is not, none. */
export function probesOfLinks(path: string, { cast, world }: Place): Probe[] {
  const byAccount = (of: string, sub: string): Probe => ({
    of,
    path: `${path}?sub=${sub}`,
    named: { sub },
    otherwise: ok,
  });
  const byPerson = (of: string, person: string): Probe => ({
    of,
    path: `${path}?personId=${person}`,
    named: { person },
    otherwise: ok,
  });
  const accounts = (['maja', 'olga', 'moa'] as const).map((who) => [who, cast.as(who).sub] as const);
  return [
    { of: 'all', path, otherwise: ok },
    ...accounts.map(([who, sub]) => byAccount(`account of ${who}`, sub)),
    ...accounts.flatMap(([who, sub]) => (world.links[sub] ? [byPerson(`person of ${who}`, world.links[sub])] : [])),
    byAccount('account of nobody', newId()),
    byPerson('nothing', newId()),
  ];
}
