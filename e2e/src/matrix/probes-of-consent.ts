import { newId } from '@helhed/kernel';
import type { PageRow } from './oracle/page.js';
import { noVersion, stale, telling, type Probe } from './probe.js';
import { anew, given, recordings, wrongGivers, wrongNames } from './probes-of-bases.js';
import { ofPersons } from './probes-of-children.js';
import { deferrals, namings } from './probes-of-looks.js';
import { probesOfOrientations } from './probes-of-orientations.js';
import { takeLease } from './world/lease.js';
import type { Place } from './world/make-world.js';

const ok = { status: 200 } as const;

export function probesOfConsent(row: PageRow, place: Place): Probe[] {
  const { world, made } = place;
  const { path } = row;
  const nameOf = (family: string) => made.find((each) => each.family.id === family)?.scenario.name ?? '';
  const bases = [
    ...world.bases
      .filter(({ family }) => telling.has(nameOf(family)))
      .map(({ id, purpose, family }) => [`${purpose} of ${nameOf(family)}`, id] as const),
    ['nothing', newId()] as const,
  ];
  const by = (things: readonly (readonly [string, string])[], more: Partial<Probe> = {}): Probe[] =>
    things.map(([of, id]) => ({ of, path: path.replace('{id}', id), target: id, otherwise: ok, ...more }));
  const families = [
    ...made.map(({ scenario, family }) => [scenario.name, family.id] as const),
    ['nothing', newId()] as const,
  ];

  switch (row.id) {
    case 'A-CON-01':
      return [...recordings(path, families), ...wrongNames(path, place)];
    case 'A-CON-02':
    case 'A-CON-08':
      return by(bases);
    case 'A-CON-03':
      return families.map(([of, family]) => ({
        of,
        path: `${path}?familyId=${family}`,
        named: { family },
        otherwise: ok,
      }));
    case 'A-CON-04':
      return [
        ...by(bases, { body: { givenBy: [newId()], ...given }, ifMatch: noVersion, otherwise: stale }),
        ...wrongGivers(path, place),
      ];
    case 'A-CON-05':
      // of nobody who gave it: a citizen names nobody else either
      return by(bases, {
        body: { givers: [newId()] },
        otherwise: { status: 422, problem: 'not-a-giver' },
      });
    case 'A-CON-06':
      return anew(bases, path);
    case 'A-CON-07':
      return by(bases, { ifMatch: noVersion, otherwise: stale });
    case 'A-CON-10':
    case 'A-CON-11':
    case 'A-CON-23':
      return by([
        ...ofPersons(place),
        ['mor of withdrawn', made.find(({ scenario }) => scenario.name === 'withdrawn')?.persons['mor'] ?? newId()],
        ['nothing', newId()],
      ]);
    case 'A-CON-12':
      if (!path.includes('{id}')) return [{ of: 'all', path, otherwise: ok }];
      return by([['nothing', newId()], ...(world.samples ?? []).map((id) => ['a refused look', id] as const)], {
        body: { finding: 'in-order' },
      });
    case 'A-CON-13':
      return deferrals(path, world);
    case 'A-CON-18':
      return namings(path, world);
    case 'A-CON-19':
    case 'A-CON-20':
    case 'A-CON-21':
      return probesOfOrientations(row, place);
    case 'A-CON-14':
      return leases(path, by, place);
    case 'A-CON-22':
      return by(families);
    case 'A-CON-16':
      return by(families.filter(([of, id]) => of === 'nothing' || isLookedAt(world, of, id)));
    case 'A-CIT-01':
    case 'A-CON-09':
      return [{ of: 'all', path, otherwise: ok }];
    default:
      return [];
  }
}

/** Whether somebody may find a look at the family, or, where all looks are known, surely does. */
const isLookedAt = ({ noted }: Place['world'], of: string, id: string): boolean =>
  noted
    ? noted.some(({ family, unit, refused }) => family === id && unit === 'familieafdelingen' && !refused)
    : ['plain', 'received'].includes(of);

type By = (things: readonly (readonly [string, string])[], more?: Partial<Probe>) => Probe[];

/** Of each lease a new one: whoever took it confirms it, or gives it back. */
function leases(path: string, by: By, place: Place): Probe[] {
  const confirms = path.endsWith(':confirm');
  const body = confirms ? { body: { epoch: 0 } } : {};
  const running = [
    ...by([['nothing', newId()]], body),
    ...(place.world.leases ?? []).flatMap(({ id, service }) =>
      by([[`lease of ${service}`, id]], { ...body, fresh: () => takeLease(place) }),
    ),
  ];
  if (path.endsWith(':give-back')) return running;
  const bad: Probe = {
    of: 'no shape',
    path: path.replace('{id}', newId()),
    body: {},
    otherwise: { status: 400 },
  };
  return confirms ? [...running, bad] : [bad];
}
