import type { Asker } from './asker.js';
import { almaBorn, asker, B1, B2, custody, exampleWorld, programme } from './example-world.js';
import { decide } from './decide.js';
import { pageRows } from './page.js';
import type { Expected, Request, Withheld } from './request.js';
import type { Basis, EmployeeRelation, World } from './world.js';

const rows = pageRows();

/** What a line of section 9 asks, of R, H or G unless it says another. */
function ask(id: string, as: Asker, more: Partial<Request> & { in?: World } = {}): Expected {
  const row = rows.find((each) => each.id === id);
  if (!row) throw new Error(`the page has no ${id}`);
  const target = /REF/.test(id) ? 'R' : 'H';
  return decide(more.in ?? exampleWorld(), { row, asker: as, target, otherwise: { status: 200 }, ...more });
}

const outcome = ['referral.outcome'];
const shows = (shown: string[], withheld: Withheld[] = []) => ({ status: 200, shown, withheld });
const lacks = (reason: string, ...categories: string[]): Withheld[] =>
  (categories.length > 0 ? categories : ['referral-outcome']).map((category) => ({ category, reason }));
const refused = (status: number, problem: string) => ({ status, problem });
const with1 = (change: Partial<Basis>, world: Partial<World> = {}) =>
  exampleWorld({ bases: [{ ...B1, ...change }, B2], ...world });
const givers = (...who: string[]) => who.map((person) => ({ person, back: false }));
const back = (who: string) => B1.givers.map(({ person }) => ({ person, back: person === who }));
const all = ['Maja', 'Jonas', 'Alma'];
const identities = all.map((person) => `family.identity:${person}`);
const own = (sub: string, kind: EmployeeRelation['kind'], person: string): World =>
  exampleWorld({ employees: [{ sub, kind, person, from: '2026-01-01' }] });
const [pia, rie, vibeke, gitte, lone, frida, trine] = ['Pia', 'Rie', 'Vibeke', 'Gitte', 'Lone', 'Frida', 'Trine'].map(
  (name) => asker(name),
) as [Asker, Asker, Asker, Asker, Asker, Asker, Asker];
const day = (today: string) => exampleWorld({ today });
const ill = (reason: string) => shows([], lacks(reason));
const at15 = (change: Partial<Basis> = {}) => ({
  ...exampleWorld({ bases: [{ ...B1, ...change }, B2] }, '2011-01-05'),
});
const retire = (code: string): World => {
  const world = exampleWorld();
  return { ...world, units: world.units.map((unit) => ({ ...unit, retired: unit.code === code })) };
};
const withoutPartner = exampleWorld();
const K: World = {
  ...exampleWorld(),
  families: [...exampleWorld().families, { id: 'K', members: [], mergedInto: 'H' }],
};
const citizen = asker('maja-account', { pairs: [] });
const linked = { links: { 'maja-account': 'Maja' } };
const feed = { feeds: [{ id: 'feed', for: 'family', subject: 'H', secret: 'secret' } as const] };
const feedBasis: Basis = {
  ...B1,
  id: 'B3',
  layer: 'processing',
  purpose: 'calendar-feed',
  categories: ['appointments'],
  fromUnit: 'familiestuen',
  toUnit: 'familiestuen',
};
const exchange: Basis = { ...B2, kind: 'single-exchange', givers: [], usedUp: true };
const inside: World['units'] = exampleWorld().units.map((unit) =>
  ['skole-nord', 'familiestuen'].includes(unit.code) ? { ...unit, parent: 'boern-og-unge', insideParent: true } : unit,
);
const colleague: Partial<World> = {
  employees: [{ sub: 'Søs', kind: 'own-person', person: 'Maja', from: '2026-01-01' }],
};

/** Section 9, line by line: number, what was asked, what must come. */
const lines: readonly (readonly [line: number, found: () => unknown, expected: unknown])[] = [
  [1, () => ask('A-REF-07', pia), shows(outcome)],
  [2, () => ask('A-REF-07', pia, { in: exampleWorld({ bases: [B2] }) }), ill('no-basis')],
  [3, () => ask('A-REF-07', pia, { in: with1({ givers: back('Maja') }) }), ill('consent-withdrawn')],
  [4, () => ask('A-REF-07', pia, { in: day('2027-09-03') }), ill('basis-expired')],
  [4, () => ask('A-REF-07', pia, { in: day('2027-09-02') }), shows(outcome)],
  [5, () => ask('A-REF-07', pia, { in: with1({ validFrom: '2026-10-06' }) }), ill('basis-not-yet-valid')],
  [6, () => ask('A-REF-07', pia, { in: with1({ givers: givers('Maja') }) }), ill('consent-incomplete')],
  [7, () => ask('A-REF-07', pia, { in: with1({ givers: givers('Maja', 'Jonas') }) }), shows(outcome)],
  [8, () => ask('A-REF-07', pia, { in: with1({ persons: ['Maja', 'Alma'] }) }), ill('no-basis')],
  [9, () => ask('A-REF-07', pia, { in: at15() }), ill('consent-incomplete')],
  [
    10,
    () => ask('A-REF-07', pia, { in: at15({ givers: [...B1.givers, { person: 'Alma', back: true }] }) }),
    ill('consent-withdrawn'),
  ],
  [
    11,
    () =>
      ask('A-REF-07', pia, {
        in: with1(
          { givers: back('Jonas') },
          { custody: custody.map((row) => (row.holder === 'Jonas' ? { ...row, to: '2026-09-20' } : row)) },
        ),
      }),
    ill('consent-withdrawn'),
  ],
  [
    12,
    () =>
      ask('A-REF-07', pia, {
        in: exampleWorld({ custody: [...custody, { holder: 'somebody new', child: 'Alma', from: '2026-10-05' }] }),
      }),
    ill('consent-incomplete'),
  ],
  [
    13,
    () => ask('A-REF-06', pia),
    shows(['referral.content', 'referral.outcome'], lacks('no-basis', 'referral-triage')),
  ],
  [14, () => ask('A-REF-07', rie), refused(404, 'not-found')],
  [14, () => ask('A-REF-07', rie, { target: 'nothing has it' }), refused(404, 'not-found')],
  [15, () => ask('A-REF-07', asker('Pia', { municipality: '0561' })), refused(404, 'not-found')],
  [
    16,
    () => ask('A-REF-06', lone),
    shows(['referral.outcome'], lacks('no-basis', 'referral-content', 'referral-triage')),
  ],
  [17, () => ask('A-REF-06', asker('Viggo')), refused(404, 'not-found')],
  [17, () => ask('A-REF-06', asker('Viggo'), { in: retire('visitation') }), { status: 200 }],
  [18, () => ask('A-REF-07', asker('Tove')), refused(400, 'function-ambiguous')],
  [19, () => ask('A-REF-07', asker('Tove', { header: 'familiestuen:group-leader' })), refused(404, 'not-found')],
  [
    20,
    () => ask('A-SCH-09', asker('Tove', { header: 'db-solsikken:group-leader' })),
    refused(403, 'function-not-held'),
  ],
  [
    21,
    () => ask('A-REF-07', asker('Pia', { header: 'db-solsikken:pedagogue' }), { in: retire('db-solsikken') }),
    refused(403, 'function-not-held'),
  ],
  [21, () => ask('A-REF-07', pia, { in: retire('db-solsikken') }), refused(403, 'not-allowed')],
  [
    22,
    () => ask('A-REF-07', asker('system', { kind: 'system', pairs: ['db-solsikken:referrer'] })),
    refused(403, 'person-token-required'),
  ],
  [23, () => ask('A-REF-07', asker('Pia')), shows(outcome)],
  [24, () => ask('A-REF-07', pia, { in: exampleWorld({ leaseOver: true }) }), refused(503, 'consent-unavailable')],
  [
    25,
    () => ask('A-REF-07', pia, { in: with1({ givers: back('Maja') }, { leaseOver: true }) }),
    ill('consent-withdrawn'),
  ],
  [
    26,
    () => ask('A-REF-06', vibeke, { in: exampleWorld({ leaseOver: true }) }),
    shows(['referral.content', 'referral.triage', 'referral.outcome']),
  ],
  [
    27,
    () => ask('A-FAM-01', trine),
    shows(
      ['family.structure', ...identities],
      [{ category: 'custody', reason: 'no-basis', person: 'Alma' }, ...lacks('no-basis', 'address', 'address')],
    ),
  ],
  [
    28,
    () =>
      ask('A-FAM-01', trine, {
        in: { ...withoutPartner, relations: withoutPartner.relations.map((row) => ({ ...row, to: '2026-10-05' })) },
      }),
    refused(404, 'not-found'),
  ],
  [
    29,
    () => ask('A-FAM-01', trine, { in: exampleWorld({ bases: [exchange] }) }),
    shows(
      [],
      [
        ...lacks('exchange-used-up', 'family-structure'),
        ...all.map((person) => ({ category: 'identity', reason: 'exchange-used-up', person })),
        { category: 'custody', reason: 'exchange-used-up', person: 'Alma' },
        ...lacks('exchange-used-up', 'address', 'address'),
      ],
    ),
  ],
  [
    30,
    () => ask('A-FAM-01', trine, { in: exampleWorld({ units: inside, bases: [{ ...B2, givers: back('Maja') }] }) }),
    { status: 200, shown: ['family.structure', ...identities] },
  ],
  [31, () => ask('A-FAM-01', gitte, { in: own('Gitte', 'own-person', 'Maja') }), refused(403, 'own-record')],
  [
    31,
    () => ask('A-SCH-11', gitte, { in: own('Gitte', 'own-person', 'Maja'), target: 'G' }),
    { status: 200, items: [{ id: 'seat', shown: [], withheld: lacks('own-record', 'appointments') }] },
  ],
  [
    31,
    () => ask('A-FAM-03', gitte, { in: own('Gitte', 'own-person', 'Maja'), target: undefined }),
    { status: 200, items: [] },
  ],
  [32, () => ask('A-FAM-01', gitte, { in: own('Gitte', 'relative', 'Jonas') }), refused(403, 'relative-record')],
  [33, () => ask('A-FAM-01', gitte, { in: exampleWorld(colleague) }), refused(403, 'colleague-record')],
  [
    33,
    () =>
      ask('A-FAM-01', gitte, {
        in: exampleWorld({
          ...colleague,
          clearances: [
            {
              sub: 'Gitte',
              unit: 'familiestuen',
              function: 'group-leader',
              family: 'H',
              from: '2026-10-01',
              to: '2026-12-01',
            },
          ],
        }),
      }),
    { status: 200 },
  ],
  [34, () => ask('A-FAM-01', gitte, { in: K, target: 'K' }), { status: 308, location: 'H' }],
  [35, () => ask('A-OPS-03', citizen, { in: exampleWorld(linked), target: 'Jonas' }), refused(404, 'not-found')],
  [
    36,
    () =>
      ask('A-OPS-03', citizen, {
        in: exampleWorld({ ...linked, custody: custody.map((row) => ({ ...row, to: '2026-10-05' })) }),
        target: 'Alma',
      }),
    refused(404, 'not-found'),
  ],
  [36, () => ask('A-OPS-03', citizen, { in: exampleWorld(linked), target: 'Maja' }), { status: 200 }],
  [37, () => ask('A-REF-07', pia), shows(outcome)],
  [37, () => ask('A-REF-07', asker('Pia', { token: 'refused' })), refused(401, 'token-refused')],
  [
    38,
    () =>
      ask('A-REF-05', pia, { in: with1({ givers: back('Maja') }), target: undefined, named: { state: 'accepted' } }),
    { status: 200, items: [] },
  ],
  [
    38,
    () => ask('A-REF-05', pia, { in: with1({ givers: back('Maja') }), target: undefined }),
    { status: 200, items: [{ id: 'R', shown: [], withheld: lacks('consent-withdrawn') }] },
  ],
  [
    39,
    () =>
      ask('A-SCH-16', asker('', { token: 'link' }), {
        in: exampleWorld({ ...feed, bases: [feedBasis] }),
        target: 'secret',
      }),
    shows(['feed.entries']),
  ],
  [
    39,
    () =>
      ask('A-SCH-16', asker('', { token: 'link' }), {
        in: exampleWorld({ ...feed, bases: [{ ...feedBasis, givers: back('Jonas') }] }),
        target: 'secret',
      }),
    shows([]),
  ],
  [
    40,
    () => ask('A-CON-01', frida, { target: undefined, named: { family: 'H', kind: 'statute' } }),
    refused(403, 'not-allowed'),
  ],
  [
    40,
    () =>
      ask('A-CON-01', frida, {
        target: undefined,
        named: { family: 'H', kind: 'consent' },
        otherwise: { status: 201 },
      }),
    { status: 201 },
  ],
  ...['H', 'nothing has it'].map(
    (family) =>
      [
        41,
        () => ask('A-CON-01', rie, { target: undefined, named: { family, kind: 'consent' } }),
        refused(422, 'family-unknown'),
      ] as const,
  ),
];

describe('the worked examples of docs/access.md', () => {
  it.each(lines)('line %i', (_, found, expected) => expect(found()).toMatchObject(expected as object));

  it('are all there', () => {
    expect([...new Set(lines.map(([line]) => line))]).toEqual(Array.from({ length: 41 }, (_, index) => index + 1));
    expect(exampleWorld().families[0]?.members.find(({ person }) => person === 'Alma')?.birthDate).toBe(almaBorn);
    expect(exampleWorld().definitions[0]?.code).toBe(programme);
  });
});
