import { newId } from '@helhed/kernel';
import { programme } from './oracle/example-world.js';
import type { PageRow } from './oracle/page.js';
import { telling, type Probe } from './probe.js';
import { ofPersons } from './probes-of-children.js';
import type { Place } from './world/make-world.js';
import { madeOn } from './world/scenarios.js';

const ok = { status: 200 } as const;

/** What is kept elsewhere of what was filmed. */
export function probesOfVideos(row: PageRow, place: Place): Probe[] {
  const { path } = row;
  const families = [
    ...place.made.map(({ scenario, family }) => [scenario.name, family.id] as const),
    ['nothing', newId()] as const,
  ];
  const at = (things: readonly (readonly [of: string, id: string])[]): Probe[] =>
    things.map(([of, id]) => ({ of, path: path.replace('{id}', id), target: id, otherwise: ok }));
  switch (row.id) {
    case 'A-FAM-51':
      return registering(path, families, place);
    case 'A-FAM-53':
      return at(videosIn(place));
    case 'A-FAM-54':
      return at([...ofPersons(place), ['nothing', newId()]]);
    default:
      return at(families);
  }
}

type Family = readonly [of: string, family: string];

/** Of nobody; of a mother on a day that has not come; and of her today, by those who have no basis for it. */
function registering(path: string, families: readonly Family[], { family }: Place): Probe[] {
  const one = (of: string, familyId: string, person: string, filmedOn: string): Probe => ({
    of,
    path,
    body: { familyId, programme, persons: [person], occasion: 'session', filmedOn, reference: 'arkiv/7f3a' },
    named: { family: familyId, parent: person, programme },
    otherwise: { status: 422, problem: 'video-incomplete' },
  });
  const { family: plain, persons } = family('plain');
  const mother = persons['mor'] ?? '';
  return [
    ...families.map(([of, familyId]) => one(of, familyId, newId(), '2999-01-01')),
    one('mother of plain, some day', plain.id, mother, '2999-01-01'),
    {
      ...one('mother of plain', plain.id, mother, madeOn),
      otherwise: { status: 201 },
      // whoever leads her group has a basis for it
      harmfulFor: ['gitte', 'gerda', 'tove', 'tove as familiestuen:group-leader'],
    },
  ];
}

/** Those of families that tell something, and of one whose consent is over; and nothing. */
function videosIn({ made, world }: Place): Family[] {
  return [
    ...(world.videos ?? []).flatMap(({ id, family }) => {
      const name = made.find((each) => each.family.id === family)?.scenario.name ?? '';
      return telling.has(name) || name === 'expired' ? [[`video of ${name}`, id] as const] : [];
    }),
    ['nothing', newId()] as const,
  ];
}
