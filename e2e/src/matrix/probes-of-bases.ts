import { newId } from '@helhed/kernel';
import { programme } from './oracle/example-world.js';
import type { Probe } from './probe.js';
import type { Place } from './world/make-world.js';

type Named = readonly (readonly [string, string])[];

export const given = { how: 'paper', givenOn: '2026-10-05', evidence: 'Erklæring' };

/** Of each kind what somebody may record, but for a category that its purpose can never cover; it names nobody known. */
export const recordings = (path: string, families: Named): Probe[] =>
  (['consent', 'statute', 'single-exchange', 'vital-interest'] as const).flatMap((kind) =>
    families
      .filter(([of]) => kind === 'consent' || ['plain', 'own record', 'nothing'].includes(of))
      .map(([of, family]) => ({
        of: `${kind} of ${of}`,
        path,
        body: { ...recorded(kind, family, [newId()], [newId()]), categories: ['custody'] },
        named: { family, kind },
        // whom it names is not asked before the rest of the body is in order
        otherwise: { status: 422, problem: 'category-outside-purpose', namesFields: true },
      })),
  );

/** Whom a basis of a family names wrongly: as whom it covers, and as who gives it. */
export function wrongNames(path: string, { family }: Place): Probe[] {
  const { id } = family('plain').family;
  const { mor = '', far = '', barn = '' } = family('plain').persons;
  const { barn: child = '' } = family('incomplete').persons;
  const one = (of: string, kind: 'consent' | 'single-exchange', persons: string[], givers: string[]): Probe => ({
    of: `${of} of plain`,
    path,
    body: recorded(kind, id, persons, givers),
    named: { family: id, kind, programme, purpose: 'outcome-to-sender', persons, givers },
    otherwise: { status: 201 },
  });
  return [
    one('nobody known', 'consent', [newId()], [mor]),
    one('a child of another family', 'consent', [barn, child], [mor, far]),
    one('an exchange about a child of another family', 'single-exchange', [child], []),
    one('a giver whom nobody knows', 'consent', [barn], [newId()]),
    one('a child who gives', 'consent', [barn], [barn]),
    one('another adult who gives', 'consent', [mor], [far]),
    one('both', 'consent', [child], [newId()]),
  ];
}

/** Of consents that nothing was done to since they were recorded, with their version: only the giver is wrong. */
export function wrongGivers(path: string, { world, family }: Place): Probe[] {
  const { id } = family('plain').family;
  const { barn = '' } = family('plain').persons;
  const untouched = world.bases.filter(
    (basis) =>
      basis.family === id && basis.kind === 'consent' && !basis.ended && basis.givers.every(({ back }) => !back),
  );
  return untouched.flatMap((basis) =>
    [newId(), barn].map((giver) => ({
      of: `${giver === barn ? 'a child who gives' : 'a wrong giver of'} ${basis.purpose} of plain`,
      path: path.replace('{id}', basis.id),
      target: basis.id,
      body: { givenBy: [giver], ...given },
      named: { givers: [giver] },
      ifMatch: 1,
      otherwise: { status: 200 },
    })),
  );
}

/** By somebody who gives none of them; of what is no consent nobody gives. */
export function anew(bases: Named, path: string): Probe[] {
  const giver = newId();
  return bases.map(([of, id]) => ({
    of,
    path: path.replace('{id}', id),
    target: id,
    body: { givenBy: [giver], ...given, validFrom: '2026-10-06' },
    named: { givers: [giver] },
    otherwise: { status: 422, problem: 'basis-incomplete', namesFields: true },
  }));
}

/** What somebody may record, of these and given by these. */
function recorded(kind: string, familyId: string, persons: readonly string[], givenBy: readonly string[]): object {
  const rest: Record<string, object> = {
    consent: { givenBy, ...given },
    statute: { paragraph: '§ 1' },
    'single-exchange': { paragraph: '§ 1', meeting: newId() },
    'vital-interest': { paragraph: '§ 1', evidence: 'Akut' },
  };
  return {
    programme,
    kind,
    layer: 'disclosure',
    purpose: 'outcome-to-sender',
    categories: ['referral-outcome'],
    fromUnit: 'visitation',
    toUnit: 'db-solsikken',
    familyId,
    persons,
    validFrom: '2026-10-06',
    validTo: '2026-12-01',
    ...rest[kind],
  };
}
