import { contexts } from '@helhed/contracts';
import type { Held } from './looks-world.js';

/** One look at the family of `LooksWorld`, by somebody to whom it shows something. */
export interface Read {
  /** As docs/routes.md writes it. */
  readonly route: string;
  /** Who asks: a name of the world's people, a service, or `link` where the address is the secret. */
  readonly as: string;
  readonly path: (held: Held) => string;
  readonly rests: 'firm' | 'revocable';
}

type Row = readonly [
  route: string,
  path: (held: Held) => string,
  firm: readonly string[],
  revocable?: readonly string[],
];

const figures = () => '?programme=nyborg-familiestue&from=2026-01-01&to=2027-12-31';

/** docs/access.md 4 and 6.4: who looks by it on firm grounds, and who on revocable ones alone. */
const rows: readonly Row[] = [
  ['GET /referral/v1/referrals', () => '', ['vibeke', 'lone'], ['pia']],
  ['GET /referral/v1/referrals/{id}', ({ referral }) => referral, ['vibeke', 'lone'], ['pia']],
  ['GET /referral/v1/referrals/{id}/outcome', ({ referral }) => referral, [], ['pia']],
  ['GET /referral/v1/referrals/{id}/letter', ({ referral }) => referral, [], ['pia']],
  ['GET /referral/v1/referrals/{id}/letter.pdf', ({ referral }) => referral, [], ['pia']],
  ['GET /referral/v1/changes', () => '', [], ['dagtilbud-system']],
  ['GET /referral/v1/waiting-list', () => '?programme=nyborg-familiestue', ['vibeke', 'lone']],
  ['GET /referral/v1/separations', () => '', ['vibeke', 'lone']],
  ['GET /referral/v1/waiting-list/changes', () => '?programme=nyborg-familiestue', ['vibeke', 'lone']],
  ['GET /family-plan/v1/families/{id}', ({ family }) => family, ['vibeke', 'gitte'], ['trine', 'sofie']],
  ['GET /family-plan/v1/families/{id}/enrolments', ({ family }) => family, ['vibeke', 'gitte'], ['trine', 'sofie']],
  ['GET /family-plan/v1/enrolments', () => '', ['vibeke', 'gitte', 'lone'], ['trine', 'sofie']],
  ['GET /family-plan/v1/families/{id}/custody', ({ family }) => family, ['vibeke'], ['sofie']],
  ['GET /family-plan/v1/families/{id}/child-views', ({ family }) => family, ['vibeke', 'gitte', 'trine'], ['sofie']],
  ['GET /family-plan/v1/families/{id}/registrations', ({ family }) => family, ['gitte'], ['trine', 'sofie']],
  ['GET /family-plan/v1/families/{id}/goals', ({ family }) => family, ['gitte'], ['trine', 'sofie']],
  ['GET /family-plan/v1/families/{id}/conversations', ({ family }) => family, ['gitte'], ['trine', 'sofie']],
  ['GET /family-plan/v1/conversations/{id}', ({ conversation }) => conversation, ['gitte'], ['trine', 'sofie']],
  ['GET /family-plan/v1/families/{id}/observations', ({ family }) => family, [], ['petra']],
  ['GET /family-plan/v1/observations/{id}', ({ observation }) => observation, [], ['petra']],
  ['GET /family-plan/v1/persons/{id}/observations', ({ person }) => person, ['maja']],
  ['GET /family-plan/v1/persons/{id}/observations', ({ child }) => child, [], ['maja']],
  ['GET /family-plan/v1/families/{id}/videos', ({ family }) => family, [], ['gitte']],
  ['GET /family-plan/v1/videos/{id}', ({ video }) => video, [], ['gitte']],
  ['GET /family-plan/v1/persons/{id}/videos', ({ person }) => person, ['maja']],
  ['GET /family-plan/v1/persons/{id}/videos', ({ child }) => child, [], ['maja']],
  ...['', '.pdf'].map((type): Row => [
    `GET /family-plan/v1/families/{id}/printed-plan${type}`,
    ({ family, person }) => `${family}?recipient=${person}`,
    ['gitte'],
    ['sofie'],
  ]),
  ['GET /family-plan/v1/persons/{id}/child-views', ({ person }) => person, ['maja']],
  ['GET /family-plan/v1/persons/{id}/child-views', ({ child }) => child, [], ['maja']],
  ['GET /family-plan/v1/privacy-notices', () => '', ['vibeke', 'gitte'], ['sofie']],
  ['GET /family-plan/v1/custody-tasks', () => '', ['vibeke'], ['sofie']],
  [
    'GET /family-plan/v1/families/{id}/relations',
    ({ family }) => family,
    ['vibeke', 'gitte', 'lone', 'trine', 'sofie'],
  ],
  ['GET /family-plan/v1/employee-relations', () => '', ['adam']],
  ['GET /family-plan/v1/links', () => '', ['adam']],
  [
    'GET /family-plan/v1/enrolments/{id}/heads',
    ({ enrolment }) => `${enrolment}?on=2026-12-01&programmeVersion=1`,
    ['scheduling', 'reporting'],
  ],
  ['GET /scheduling/v1/sessions/{id}/absences', ({ session }) => session, ['reporting']],
  ['GET /family-plan/v1/families/{id}/birth-dates', ({ family }) => family, ['consent']],
  ['GET /scheduling/v1/groups/{id}', ({ group }) => group, ['gitte', 'lone']],
  ['GET /scheduling/v1/staff', () => '', ['gitte', 'lone']],
  ['GET /scheduling/v1/staff/{id}', ({ staff }) => staff, ['gitte', 'lone']],
  ['GET /scheduling/v1/feeds/{id}', ({ feed }) => feed, ['gitte', 'lone']],
  ['GET /scheduling/v1/feeds/{secret}.ics', ({ familyCalendar }) => familyCalendar, [], ['link']],
  ['GET /scheduling/v1/feeds/{secret}.ics', ({ staffCalendar }) => staffCalendar, ['link']],
  [
    'GET /scheduling/v1/sessions/{id}/invitation',
    ({ session, family, person }) => `${session}?family=${family}&recipient=${person}`,
    ['gitte', 'lone'],
    ['karen'],
  ],
  // by then the coordinator has taken an invitation
  ['GET /scheduling/v1/families/{id}/deliveries', ({ family }) => family, [], ['gitte', 'lone']],
  ['GET /scheduling/v1/deliveries', () => '?cancel=due', ['gitte', 'lone']],
  ['GET /scheduling/v1/persons/{id}/deliveries', ({ person }) => person, [], ['maja']],
  ['GET /scheduling/v1/persons/{id}/deliveries', ({ child }) => child, [], ['maja']],
  ['GET /scheduling/v1/needs', () => '', ['gitte', 'lone'], ['karen']],
  ['GET /scheduling/v1/families/{id}/attendance', ({ family }) => family, ['gitte'], ['sofie']],
  ['GET /scheduling/v1/persons/{id}/attendance', ({ person }) => person, ['maja']],
  ['GET /scheduling/v1/persons/{id}/attendance', ({ child }) => child, [], ['maja']],
  ['GET /reporting/v1/figures', figures, ['lone']],
  ['GET /reporting/v1/figures/{code}/rows', () => `referred${figures()}`, ['lone']],
  ['GET /consent/v1/bases', ({ family }) => `?familyId=${family}`, ['vibeke', 'dora', 'pia']],
  ['GET /consent/v1/bases/{id}', ({ bases }) => bases[0] as string, ['vibeke', 'dora', 'pia']],
  ['GET /consent/v1/bases/{id}/receipt', ({ bases }) => bases[0] as string, ['vibeke', 'maja']],
  ['GET /consent/v1/orientations', ({ family }) => `?familyId=${family}`, ['vibeke', 'dora']],
  ['GET /consent/v1/families/{id}/look-ups', ({ family }) => family, ['carl']],
  ['GET /consent/v1/families/{id}/papers', ({ family }) => family, ['vibeke']],
  ['GET /consent/v1/look-up-samples', () => '', ['dora']],
  ['GET /consent/v1/me', () => '', ['maja']],
  ['GET /consent/v1/persons/{id}/bases', ({ person }) => person, ['maja']],
  ['GET /consent/v1/persons/{id}/orientations', ({ person }) => person, ['maja']],
  ['GET /consent/v1/persons/{id}/look-ups', ({ person }) => person, ['maja']],
  ['GET /consent/v1/persons/{id}/papers', ({ person }) => person, ['maja']],
  ['GET /consent/v1/renewal-tasks', () => '', ['vibeke']],
  ...contexts.flatMap((service): Row[] => {
    const route = `GET /${service}/v1/persons/{id}/holdings`;
    return [
      [route, ({ person }) => person, ['maja']],
      [route, ({ child }) => child, [], ['maja']],
    ];
  }),
  ...contexts.flatMap((service): Row[] => {
    const route = `GET /${service}/v1/persons/{id}/readers`;
    // what these tell of oneself rests on no consent
    const firm = service === 'consent' || service === 'reporting';
    return [
      [route, ({ person }) => person, firm ? ['maja'] : [], firm ? [] : ['maja']],
      [route, ({ child }) => child, [], ['maja']],
    ];
  }),
];

/** A whole address stands for itself; an id goes where the braces are, what follows it to the end. */
function address(route: string, part: string): string {
  if (part.startsWith('/')) return part;
  const [id = '', query] = part.split('?');
  const path = (route.split(' ')[1] as string).replace(/\{\w+\}/, id);
  return query === undefined ? path : `${path}?${query}`;
}

export const reads: readonly Read[] = rows.flatMap(([route, part, firm, revocable = []]) => {
  const path = (held: Held) => address(route, part(held));
  return [
    ...firm.map((as): Read => ({ route, as, path, rests: 'firm' })),
    ...revocable.map((as): Read => ({ route, as, path, rests: 'revocable' })),
  ];
});

/** The claim of a referral that family-plan has not fetched yet, which is asked for by itself. */
export const intakeRoute = 'GET /referral/v1/intakes/{id}';
