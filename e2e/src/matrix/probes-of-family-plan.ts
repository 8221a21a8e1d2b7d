import { newId } from '@helhed/kernel';
import { fakeCpr } from '@helhed/testing';
import type { PageRow } from './oracle/page.js';
import { noVersion, stale, telling, type Probe } from './probe.js';
import { probesOfChildren } from './probes-of-children.js';
import { probesOfObservations } from './probes-of-observations.js';
import { probesOfLinks } from './probes-of-links.js';
import { probesOfNotices } from './probes-of-notices.js';
import { probesOfPlans } from './probes-of-plans.js';
import { probesOfRelations } from './probes-of-relations.js';
import { probesOfVideos } from './probes-of-videos.js';
import type { Place } from './world/make-world.js';

const ok = { status: 200 } as const;
const created = { status: 201 } as const;
const absent = { status: 404, problem: 'not-found' } as const;
/** So far ahead that it changes nothing today. */
const later = { from: '2030-01-07', to: '2030-02-01' };

export function probesOfFamilyPlan(row: PageRow, place: Place): Probe[] {
  const { made, world } = place;
  const { path } = row;
  const families = [
    ...made.map(({ scenario, family }) => [scenario.name, family.id] as const),
    ['nothing', newId()] as const,
  ];
  const by = (things: readonly (readonly [string, string])[], more: Partial<Probe> = {}): Probe[] =>
    things.map(([of, id]) => ({ of, path: path.replace('{id}', id), target: id, otherwise: ok, ...more }));
  const ending = { body: {}, ifMatch: noVersion, otherwise: stale };
  const some = <T>(all: readonly T[], pick: (each: T) => string | undefined, name: (each: T) => string) => [
    ...all.flatMap((each) => (pick(each) ? [[name(each), pick(each) ?? ''] as const] : [])),
    ['nothing', newId()] as const,
  ];
  const nameOf = (family: string) => made.find((each) => each.family.id === family)?.scenario.name ?? '';
  const nameOfChild = (child: string) =>
    nameOf(world.families.find(({ members }) => members.some(({ person }) => person === child))?.id ?? '');
  const naming = (more: (family: string) => Partial<Probe> & { body: unknown }): Probe[] =>
    families.map(([of, family]) => ({
      of,
      path,
      otherwise: created,
      ...more(family),
      named: { family, ...more(family).named },
    }));

  switch (row.id) {
    case 'A-FAM-03':
      return [
        { of: 'all', path, otherwise: ok },
        ...world.groups.map(({ id }, index) => ({
          of: `group ${index + 1}`,
          path: `${path}?groupId=${id}`,
          named: { groupId: id },
          otherwise: ok,
        })),
      ];
    case 'A-FAM-05':
      if (path.includes('{id}'))
        return by(
          some(
            world.custody.filter(({ child }) => telling.has(nameOfChild(child))),
            ({ id }) => id,
            ({ child }) => `custody of ${nameOfChild(child)}`,
          ),
          ending,
        );
      // nobody is a custody holder of somebody who is in no family
      return [
        ...naming((family) => ({
          body: { familyId: family, childId: newId(), holderId: newId(), from: '2026-10-01' },
          otherwise: { status: 422, problem: '!family-unknown' },
        })),
        // over before it begins, so that nothing is recorded
        ...made.map(({ scenario, family: { id }, persons: { barn: child = '', mor: parent = '' } }) => ({
          of: `members of ${scenario.name}`,
          path,
          body: { familyId: id, childId: child, holderId: parent, from: '2026-10-01', to: '2026-09-01' },
          named: { family: id, child, parent },
          otherwise: { status: 422, problem: 'custody-incomplete' },
        })),
      ];
    case 'A-FAM-07':
      return probesOfRelations(path, place);
    case 'A-FAM-15':
    case 'A-FAM-16':
    case 'A-FAM-17':
    case 'A-FAM-18':
    case 'A-FAM-19':
      return probesOfChildren(row, place);
    case 'A-FAM-21':
    case 'A-FAM-22':
    case 'A-FAM-23':
    case 'A-FAM-24':
    case 'A-FAM-25':
    case 'A-FAM-27':
    case 'A-FAM-28':
    case 'A-FAM-29':
    case 'A-FAM-30':
    case 'A-FAM-32':
      return probesOfPlans(row, place);
    case 'A-FAM-41':
    case 'A-FAM-42':
    case 'A-FAM-43':
    case 'A-FAM-44':
    case 'A-FAM-45':
    case 'A-FAM-46':
      return probesOfObservations(row, place);
    case 'A-FAM-51':
    case 'A-FAM-52':
    case 'A-FAM-53':
    case 'A-FAM-54':
      return probesOfVideos(row, place);
    case 'A-FAM-34':
    case 'A-FAM-35':
      return probesOfNotices(row, place);
    case 'A-FAM-08':
      return by(
        some(
          world.relations.filter(({ family }) => telling.has(nameOf(family)) || nameOf(family) === 'not attended'),
          ({ id }) => id,
          ({ kind, family }) => `${kind} of ${nameOf(family)}`,
        ),
        ending,
      );
    case 'A-FAM-09':
      if (path.includes('{id}'))
        return by(
          some(
            world.employees,
            ({ id }) => id,
            ({ kind }) => kind,
          ),
          ending,
        );
      return row.method === 'GET'
        ? [{ of: 'all', path, otherwise: ok }]
        : [
            {
              of: 'a new one',
              path,
              body: { sub: 'somebody-else', kind: 'relative', cpr: fakeCpr(), ...later },
              otherwise: created,
            },
          ];
    case 'A-FAM-10':
      if (path.includes('{id}'))
        return by(
          some(
            world.clearances,
            ({ id }) => id,
            () => 'a clearance',
          ),
          ending,
        );
      return [
        ...naming((familyId) => ({
          body: { familyId, sub: 'somebody-else', unit: 'familiestuen', function: 'group-leader', ...later },
        })),
        clearingHerself(path, place),
      ];
    // first of nothing: nobody's look at something that is there is decided where a mutant lets a person in
    case 'A-FAM-13':
      return by([
        ['nothing', newId()],
        ...world.enrolments.slice(0, 2).map(({ id, family }) => [`enrolment of ${nameOf(family)}`, id] as const),
      ]).map((probe) => ({ ...probe, path: `${probe.path}?on=2026-10-06&programmeVersion=1` }));
    case 'A-FAM-14':
      return by(families.toReversed());
    case 'A-CIT-02':
      return by(
        [
          ...made.flatMap(({ scenario, persons }) => [[`mother of ${scenario.name}`, persons['mor'] ?? ''] as const]),
          ['child of plain', place.family('plain').persons['barn'] ?? ''],
          ['child of own voice', place.family('own voice').persons['barn'] ?? ''],
          ['nothing', newId()],
        ],
        { otherwise: created },
      );
    case 'A-CIT-03':
      return [{ of: 'no such code', path, body: { code: 'k7mh-q2xw-9dru' }, otherwise: absent }];
    case 'A-CIT-09':
      return probesOfLinks(path, place);
    case 'A-CIT-04':
      return by(
        [
          ['link of maja', world.linkIds?.[place.cast.as('maja').sub] ?? ''],
          ['nothing', newId()],
        ],
        { ifMatch: noVersion, otherwise: stale },
      );
    default:
      return by(families);
  }
}

/** Nobody clears themselves: the lead asks it of the lead. */
function clearingHerself(path: string, { cast, family }: Place): Probe {
  const { sub } = cast.as('lone');
  const { id } = family('plain').family;
  return {
    of: 'lone of plain',
    path,
    body: { familyId: id, sub, unit: 'familiestuen', function: 'programme-lead', ...later },
    named: { family: id, sub },
    otherwise: created,
  };
}
