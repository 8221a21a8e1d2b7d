import { newId } from '@helhed/kernel';
import type { PageRow } from './oracle/page.js';
import type { Probe } from './probe.js';
import type { Place } from './world/make-world.js';

const ok = { status: 200 } as const;

/** What children said, and the custody that ends. */
export function probesOfChildren(row: PageRow, place: Place): Probe[] {
  const { path } = row;
  const families = [
    ...place.made.map(({ scenario, family }) => [scenario.name, family.id] as const),
    ['nothing', newId()] as const,
  ];
  switch (row.id) {
    case 'A-FAM-15':
      return recording(path, families, place);
    case 'A-FAM-16':
      return families.map(([of, id]) => ({ of, path: path.replace('{id}', id), target: id, otherwise: ok }));
    case 'A-FAM-17':
      return [...ofPersons(place), ['nothing', newId()] as const].map(([of, id]) => ({
        of,
        path: path.replace('{id}', id),
        target: id,
        otherwise: ok,
      }));
    case 'A-FAM-18':
      return opening(path, place);
    default:
      return [{ of: 'all', path, otherwise: ok }];
  }
}

/** Everybody in the families of those who are linked. */
export const ofPersons = ({ made, world }: Place): (readonly [of: string, id: string])[] =>
  made
    .filter(({ persons }) => Object.values(persons).some((person) => Object.values(world.links).includes(person)))
    .flatMap(({ scenario, persons }) =>
      Object.entries(persons).map(([ref, id]) => [`${ref} of ${scenario.name}`, id] as const),
    );

type Family = readonly [of: string, family: string];

/** Families whose views are opened: the others' are reached as theirs are. */
const opened = new Set(['plain', 'own record', 'relative', 'colleague', 'rows ended', 'not attended', 'in triage']);

interface Way {
  readonly by?: 'child' | 'authority';
  readonly paragraph?: string;
  readonly reason?: string;
}

/** Nobody's child: whoever may is told so, and nothing is recorded; but one that is. */
function recording(path: string, families: readonly Family[], { family }: Place): Probe[] {
  const one = (of: string, familyId: string, personId: string): Probe => ({
    of,
    path,
    body: { familyId, personId, said: 'Jeg vil gerne sove hos far.', how: 'told', toldOn: '2026-10-05' },
    named: { family: familyId, child: personId },
    otherwise: { status: 201 },
  });
  const { id } = family('plain').family;
  return [
    ...families.map(([of, familyId]) => one(of, familyId, newId())),
    one('mother of plain', id, family('plain').persons['mor'] ?? ''),
    one('child of plain', id, family('plain').persons['barn'] ?? ''),
  ];
}

/** Each view in every way; whoever would change it is not asked. */
function opening(path: string, { world, made }: Place): Probe[] {
  const nameOf = (family: string) => made.find((each) => each.family.id === family)?.scenario.name ?? '';
  const ways: readonly Way[] = path.endsWith(':open')
    ? [{ by: 'child' }, { by: 'authority', paragraph: 'Serviceloven § 46', reason: 'Barnets bedste' }]
    : [{}];
  const views = [
    ...(world.childViews ?? [])
      .filter(({ family }) => opened.has(nameOf(family)))
      .map(
        ({ id, family, openBy }) => [`view of ${nameOf(family)} open by ${openBy ?? 'nobody'}`, id, openBy] as const,
      ),
    ['nothing', newId(), undefined] as const,
  ];
  return views.flatMap(([of, id, openBy]) =>
    ways.map((body) => ({
      of: body.by ? `${of}, by ${body.by}` : of,
      path: path.replace('{id}', id),
      target: id,
      body,
      named: { by: body.by },
      otherwise: ok,
      ...(body.by !== openBy && { harmfulFor: 'everybody' as const }),
    })),
  );
}
