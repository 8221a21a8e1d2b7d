import { asker, B1, B2, custody, exampleWorld } from './example-world.js';
import {
  ask,
  outcome,
  shows,
  lacks,
  refused,
  with1,
  givers,
  back,
  pia,
  rie,
  vibeke,
  lone,
  day,
  ill,
  at15,
  retire,
} from './ask-example.js';
import type { Line } from './ask-example.js';

/** Section 9's lines about referrals: number, what was asked, what must come. */
export const examplesOfReferrals: readonly Line[] = [
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
];
