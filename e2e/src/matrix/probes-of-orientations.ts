import { newId } from '@helhed/kernel';
import type { PageRow } from './oracle/page.js';
import type { Probe } from './probe.js';
import { ofPersons } from './probes-of-children.js';
import type { Place } from './world/make-world.js';

const ok = { status: 200 } as const;

/** What parents without custody asked about a child, and how they were answered. */
export function probesOfOrientations({ id: row, path }: PageRow, place: Place): Probe[] {
  const families = [
    ...place.made.map(({ scenario, family }) => [scenario.name, family.id] as const),
    ['nothing', newId()] as const,
  ];
  if (row === 'A-CON-20')
    return families.map(([of, family]) => ({ of, path: `${path}?familyId=${family}`, named: { family }, otherwise: ok }));
  if (row === 'A-CON-21')
    return [...ofPersons(place), ['nothing', newId()] as const].map(([of, id]) => ({
      of,
      path: path.replace('{id}', id),
      target: id,
      otherwise: ok,
    }));
  return recording(path, place, families);
}

interface Asked {
  readonly of: string;
  readonly family: string;
  readonly child?: string | undefined;
  readonly parent?: string | undefined;
  readonly answer?: 'given' | 'refused';
}

/** Of families in which everybody holds custody, of nobody in them, and of the one parent there is to answer. */
function recording(path: string, { family }: Place, families: readonly (readonly [string, string])[]): Probe[] {
  const one = ({ of, family: familyId, child = newId(), parent = newId(), answer = 'given' }: Asked): Probe => ({
    of,
    path,
    body: {
      familyId,
      childId: child,
      parentId: parent,
      askedOn: '2026-10-05',
      answeredOn: '2026-10-06',
      answer,
      paragraph: 'Forældreansvarsloven § 23',
      ...(answer === 'given' ? { categories: ['enrolment'] } : { reason: 'Hensynet til barnet.' }),
    },
    named: { family: familyId, child, parent, kind: answer },
    otherwise: { status: 201 },
  });
  const { id: plain } = family('plain').family;
  const { mor, far, barn } = family('plain').persons;
  const apart = family('incomplete');
  const { far: without, mor: holder, barn: child } = apart.persons;
  const of = (name: string, who: Partial<Asked>): Probe => one({ of: name, family: apart.family.id, child, ...who });
  return [
    ...families.map(([name, id]) => one({ of: name, family: id })),
    ...families
      .filter(([name]) => ['plain', 'own record', 'erased', 'nothing'].includes(name))
      .map(([name, id]) => one({ of: `refused to ${name}`, family: id, answer: 'refused' })),
    one({ of: 'who holds custody', family: plain, child: barn, parent: far }),
    one({ of: 'about an adult', family: plain, child: mor, parent: far }),
    one({ of: 'of a child', family: plain, child: barn, parent: barn }),
    one({ of: 'about a child of another family', family: plain, child, parent: far }),
    of('who holds custody still', { parent: holder }),
    of('who holds it no more', { parent: without }),
    of('who holds it no more, refused', { parent: without, answer: 'refused' }),
  ];
}
