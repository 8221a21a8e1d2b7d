import { newId } from '@helhed/kernel';
import type { PageRow } from './oracle/page.js';
import { telling, type Probe } from './probe.js';
import { ofPersons } from './probes-of-children.js';
import type { Place } from './world/make-world.js';

const ok = { status: 200 } as const;

/** MIM: offered, answered, noted and read. */
export function probesOfObservations(row: PageRow, place: Place): Probe[] {
  const { path } = row;
  const families = [
    ...place.made.map(({ scenario, family }) => [scenario.name, family.id] as const),
    ['nothing', newId()] as const,
  ];
  const at = (things: readonly (readonly [of: string, id: string])[], more: Partial<Probe> = {}): Probe[] =>
    things.map(([of, id]) => ({ of, path: path.replace('{id}', id), target: id, otherwise: ok, ...more }));
  switch (row.id) {
    case 'A-FAM-41':
      return offering(path, families, place);
    case 'A-FAM-42':
      return at(observationsIn(place), { body: {} });
    case 'A-FAM-43':
      return at(observationsIn(place), noting(path));
    case 'A-FAM-45':
      return at(observationsIn(place));
    case 'A-FAM-46':
      return at([...ofPersons(place), ['nothing', newId()]]);
    default:
      return at(families);
  }
}

type Family = readonly [of: string, family: string];

/** To nobody about nobody; and of two who could be, in a programme that there is none of. */
function offering(path: string, families: readonly Family[], { family }: Place): Probe[] {
  const one = (of: string, familyId: string, personId: string, parentId: string): Probe => ({
    of,
    path,
    body: { familyId, personId, parentId, programme: 'no-such-programme' },
    named: { family: familyId, child: personId, parent: parentId },
    otherwise: { status: 422, problem: 'programme-unknown' },
  });
  const { family: plain, persons } = family('plain');
  const [child, mother] = [persons['barn'] ?? '', persons['mor'] ?? ''];
  return [
    ...families.map(([of, familyId]) => one(of, familyId, newId(), newId())),
    one('mother of plain, as a child', plain.id, mother, mother),
    one('child of plain, to nobody', plain.id, child, newId()),
    one('child and mother of plain', plain.id, child, mother),
  ];
}

/** On a day that has not come; and beside what nobody noted. */
const noting = (path: string): Partial<Probe> =>
  path.endsWith(':note')
    ? {
        body: { heldOn: '2999-01-01', note: 'Barnet søger sin mors blik.' },
        otherwise: { status: 422, problem: 'observation-incomplete' },
      }
    : { body: { note: 'Et ord til.' }, otherwise: { status: 409, problem: 'observation-fixed' } };

/** Those of families that tell something; and nothing. */
function observationsIn({ made, world }: Place): Family[] {
  return [
    ...(world.observations ?? []).flatMap(({ id, family }) => {
      const name = made.find((each) => each.family.id === family)?.scenario.name ?? '';
      return telling.has(name) ? [[`observation of ${name}`, id] as const] : [];
    }),
    ['nothing', newId()] as const,
  ];
}
