import { decide } from './oracle/decide.js';
import type { PageRow } from './oracle/page.js';
import type { Expected, Request } from './oracle/request.js';
import type { Probe } from './probe.js';
import { probesOf } from './probes.js';
import type { Actor } from './world/cast.js';
import type { World } from './oracle/world.js';
import type { Place } from './world/make-world.js';

/** One request of one actor, with what the oracle says comes of it. */
export interface Cell {
  readonly name: string;
  readonly row: PageRow;
  readonly probe: Probe;
  readonly actor: Actor;
  readonly expected: Expected;
}

const beforeAnyThing = new Set(
  'A-TOK-01 A-TOK-02 A-TOK-03 A-FUN-01 A-FUN-02 A-FUN-03 A-SYS-01 A-FUN-04 A-FUN-05 A-FUN-06'.split(' '),
);

const serviceOf = ({ path }: Probe): string | undefined => path.split('/')[1];
const ofSameService = (probe: Probe) => (other: Probe) => serviceOf(other) === serviceOf(probe);

/** What the oracle is asked of a probe and an actor. */
export function requestOf(
  world: World,
  { row, probe, actor: { asker } }: Pick<Cell, 'row' | 'probe' | 'actor'>,
): Request {
  const { target, named, asked, searched, otherwise, misshapen } = probe;
  return {
    row,
    // an operator names the municipality that it is at; a link is whoever has the address
    asker: asker.kind === 'operator' ? { municipality: world.municipality, ...asker } : asker,
    target,
    ...(named && { named }),
    ...(asked && { asked }),
    ...(searched && { searched }),
    otherwise,
    ...(misshapen && { misshapen }),
  };
}

/** Every actor at every probe of a row. */
export function cellsOf(row: PageRow, place: Place): Cell[] {
  const { world } = place;
  const probes = probesOf(row, place);
  return probes.flatMap((probe, index) =>
    place.cast.actors.flatMap((actor): Cell[] => {
      const expected = decide(world, requestOf(world, { row, probe, actor }));
      // who is stopped before anything is looked at is asked about one thing of each service
      if (beforeAnyThing.has(expected.rule) && probes.findIndex(ofSameService(probe)) < index) return [];
      const harmful = probe.harmfulFor === 'everybody' || probe.harmfulFor?.includes(actor.name);
      if (expected.status === probe.otherwise.status && harmful) return [];
      return [{ name: `${row.method} ${row.path} of ${probe.of}, by ${actor.name}`, row, probe, actor, expected }];
    }),
  );
}
