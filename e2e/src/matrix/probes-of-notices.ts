import { newId } from '@helhed/kernel';
import type { PageRow } from './oracle/page.js';
import type { Probe } from './probe.js';
import type { Place } from './world/make-world.js';

const otherwise = { status: 422, problem: 'privacy-notice-incomplete' } as const;

/** Who was informed: asked for; and noted of somebody, and of nobody, on a day that has not come, so that nothing is. */
export function probesOfNotices({ id, path }: PageRow, { made }: Place): Probe[] {
  if (id === 'A-FAM-35') return [{ of: 'all', path, otherwise: { status: 200 } }];
  const families = [
    ...made.map(({ scenario, family }) => [scenario.name, family.id, family.members[0]?.person ?? newId()] as const),
    ['nothing', newId(), newId()] as const,
  ];
  const body = { outcome: 'given', on: '2999-01-01', how: 'in-person' };
  return families.flatMap(([of, familyId, personId]): Probe[] => {
    const nobody = newId();
    return [
      { of, path, body: { ...body, familyId, personId }, named: { family: familyId, parent: personId }, otherwise },
      {
        of: `nobody of ${of}`,
        path,
        body: { ...body, familyId, personId: nobody },
        named: { family: familyId, parent: nobody },
        otherwise,
      },
    ];
  });
}
