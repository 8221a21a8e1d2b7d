import { asker, B2, B3, B4, custody, exampleWorld, programme } from './example-world.js';
import {
  ask,
  outcome,
  shows,
  lacks,
  refused,
  with1,
  back,
  all,
  identities,
  own,
  pia,
  rie,
  gitte,
  lone,
  frida,
  trine,
  karen,
  closed,
  withoutPartner,
  K,
  citizen,
  linked,
  feed,
  feedBasis,
  exchange,
  inside,
  colleague,
} from './ask-example.js';
import type { Line } from './ask-example.js';

/** Nothing but the frame of the family. */
const nothing = shows([], lacks('no-basis', 'family-structure', 'identity', 'custody', 'address'));
const [ofAlma, ofHomes] = [
  { category: 'custody', reason: 'no-basis', person: 'Alma' },
  lacks('no-basis', 'address', 'address'),
];
const structureAndNames = shows(['family.structure', ...identities], [ofAlma, ...ofHomes]);

/** Section 9's lines about families and what else they have. */
export const examplesOfFamilies: readonly Line[] = [
  [27, () => ask('A-FAM-01', trine), structureAndNames],
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
    shows([], lacks('exchange-used-up', 'family-structure', 'identity', 'custody', 'address')),
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
  [42, () => ask('A-FAM-01', gitte, { in: closed() }), refused(404, 'not-found')],
  [
    42,
    () => ask('A-SCH-11', gitte, { in: closed(), target: 'G' }),
    { status: 200, items: [{ id: 'seat', shown: [], withheld: lacks('no-basis', 'appointments') }] },
  ],
  [
    42,
    () => ask('A-SCH-11', lone, { in: closed(), target: 'G' }),
    { status: 200, items: [{ id: 'seat', shown: ['group.seat'], withheld: [] }] },
  ],
  [43, () => ask('A-FAM-01', trine, { in: closed() }), { status: 200, shown: ['family.structure', ...identities] }],
  [
    44,
    () => ask('A-FAM-01', trine, { in: closed({ units: inside, bases: [{ ...B2, givers: back('Maja') }] }) }),
    shows([], lacks('consent-withdrawn', 'family-structure', 'identity', 'custody', 'address')),
  ],
  [45, () => ask('A-FAM-01', karen), structureAndNames],
  [46, () => ask('A-FAM-01', karen, { in: exampleWorld({ bases: [B4] }) }), nothing],
  [
    47,
    () => ask('A-FAM-01', karen, { in: closed() }),
    shows(
      ['family.structure'],
      [...all.map((person) => ({ category: 'identity', reason: 'no-basis', person })), ofAlma, ...ofHomes],
    ),
  ],
  [48, () => ask('A-FAM-01', karen, { in: closed({ bases: [B3] }) }), nothing],
  [49, () => ask('A-FAM-01', karen, { in: closed({ today: '2027-03-01' }) }), refused(404, 'not-found')],
  [
    50,
    () => {
      const world = closed();
      const anew = { id: 'E2', family: 'H', programme, place: 'place 2', group: 'G2' };
      return ask('A-FAM-01', karen, { in: { ...world, enrolments: [...world.enrolments, anew] } });
    },
    structureAndNames,
  ],
];
