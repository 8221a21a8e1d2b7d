import { contexts } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { programme } from './oracle/example-world.js';
import type { PageRow } from './oracle/page.js';
import type { Probe } from './probe.js';
import { probesOfConsent } from './probes-of-consent.js';
import { probesOfDecisions } from './probes-of-decisions.js';
import { probesOfFamilyPlan } from './probes-of-family-plan.js';
import { probesOfPages } from './probes-of-pages.js';
import { probesOfReferral } from './probes-of-referral.js';
import { probesOfScheduling } from './probes-of-scheduling.js';
import type { Place } from './world/make-world.js';

const makers: Record<string, (row: PageRow, place: Place) => Probe[]> = {
  referral: probesOfReferral,
  'family-plan': probesOfFamilyPlan,
  scheduling: probesOfScheduling,
  consent: probesOfConsent,
};

/** Every probe of a row's route; of what every service has, one for each service; and what step 4 stops. */
export function probesOf(row: PageRow, place: Place): Probe[] {
  const probes = wellShaped(row, place);
  const [first] = probes;
  return first ? [...probes, ...misshapen(row, first)] : probes;
}

function misshapen(row: PageRow, first: Probe): Probe[] {
  const found: Probe[] = [];
  if (row.path.includes('{id}') && first.target !== undefined)
    found.push({
      ...first,
      of: 'an unreadable id',
      path: first.path.replace(first.target, 'not-an-id'),
      target: 'not-an-id',
      misshapen: { status: 404 },
    });
  if (first.ifMatch !== undefined) {
    const { ifMatch: _none, ...rest } = first;
    found.push({ ...rest, of: `${first.of} without If-Match`, misshapen: { status: 428 } });
  }
  return found;
}

function wellShaped(row: PageRow, place: Place): Probe[] {
  if (row.id === 'A-OPS-03' || row.id === 'A-OPS-04') return ofPersonIn(row, place);
  if (row.path.startsWith('/{service}'))
    return contexts.flatMap((service) =>
      ofEveryService({ ...row, path: row.path.replace('{service}', service) }, place),
    );
  if (row.path.includes('/operations/')) return ofEveryService(row, place);
  if (row.id.startsWith('A-PAG')) return probesOfPages(row, place);
  if (row.id.startsWith('A-AZN')) return probesOfDecisions(row, place);
  const [, service = ''] = row.path.split('/');
  if (service === 'reporting') return ofReporting(row);
  return makers[service]?.(row, place) ?? [];
}

/** Of each service: the citizen's own, the child's, the husband's, and nobody's. */
const ofPersonIn = (row: PageRow, place: Place): Probe[] =>
  contexts.flatMap((service) =>
    [...Object.entries(place.family('plain').persons), ['nothing', newId()] as const].map(([of, id]) => ({
      of: `${of} in ${service}`,
      path: row.path.replace('{service}', service).replace('{id}', id),
      target: id,
      otherwise: { status: 200 },
    })),
  );

/** The operator's commands that would disturb a platform at work are not let through: they are asked by others only. */
const disturbing =
  /(incarnation:renew|outbox:republish|snapshots:publish|read-models:rebuild|register:(close|open|take-back))$/;

function ofEveryService(row: PageRow, { cast }: Place): Probe[] {
  const { path, method } = row;
  const { code, issuer } = cast.municipality;
  const filled = path
    .replace('{code}', code)
    .replace('{municipality}', code)
    .replace('{id}', newId())
    .replace('{slug}', 'not-found')
    .replace('{file}', 'swagger-ui.css');
  if (path.includes('/dead-letters/'))
    return [{ of: 'nothing', path: filled, otherwise: { status: 404, problem: 'not-found' } }];
  if (path.includes('/clock/')) return [{ of: 'no offset', path: filled, body: {}, otherwise: { status: 400 } }];
  // nothing was rebuilt here
  if (path.includes('/read-models/')) return [{ of: 'itself', path: filled, otherwise: { status: 404 } }];
  if (path.includes('/municipalities/'))
    return [{ of: 'itself', path: filled, body: { issuer }, otherwise: { status: 200 } }];
  if (path.endsWith('/told-bases'))
    return [{ of: 'all', path: `${filled}?municipality=${code}&since=0`, otherwise: { status: 200 } }];
  const harmfulFor = disturbing.test(path) ? { harmfulFor: ['operator'] } : {};
  const body = method === 'POST' ? { body: {} } : {};
  return [{ of: 'itself', path: filled, ...body, otherwise: { status: 200 }, ...harmfulFor }];
}

function ofReporting({ id, path }: PageRow): Probe[] {
  if (path.endsWith('/releases/{id}')) {
    const none = newId();
    return [
      {
        of: 'nothing',
        path: path.replace('{id}', none),
        target: none,
        otherwise: { status: 404, problem: 'not-found' },
      },
    ];
  }
  if (id === 'A-REP-06')
    return [
      {
        of: 'a year whose next is not over',
        path,
        body: { programme, year: 2999 },
        otherwise: { status: 422, problem: 'release-too-early' },
      },
    ];
  const period = `?programme=${programme}&from=2026-01-01&to=2026-12-31`;
  if (id === 'A-REP-03')
    return [
      {
        of: 'referred',
        path: path.replace('{code}', 'referred') + period,
        target: 'referred',
        otherwise: { status: 200 },
      },
    ];
  return [{ of: 'all', path: id === 'A-REP-01' ? path + period : path, otherwise: { status: 200 } }];
}
