import { requireMayRecord, type Kind } from './who-records.js';

/** docs/access.md, 6.1. */
const table: Record<Kind, { may: string[]; not: string[] }> = {
  consent: { may: ['pedagogue', 'childminder', 'group-leader', 'family-coordinator', 'speech-therapist'], not: [] },
  statute: {
    may: ['triager', 'caseworker', 'social-worker'],
    not: ['family-coordinator', 'pedagogue', 'health-visitor'],
  },
  'single-exchange': { may: ['pedagogue', 'family-coordinator', 'caseworker'], not: ['childminder', 'group-leader'] },
  'vital-interest': { may: ['caseworker', 'social-worker', 'health-visitor'], not: ['triager', 'pedagogue'] },
};
const oversight = ['programme-lead', 'data-protection-officer', 'administrator', 'report-reader'];
const refused = expect.objectContaining({ problem: 'not-allowed', kind: 'forbidden' });

describe.each(Object.entries(table) as [Kind, { may: string[]; not: string[] }][])(
  'a basis of the kind %s',
  (kind, { may, not }) => {
    it.each(may)('is asserted by %s', (name) => expect(() => requireMayRecord({ function: name }, kind)).not.toThrow());

    it.each([...not, ...oversight])('is not asserted by %s', (name) =>
      expect(() => requireMayRecord({ function: name }, kind)).toThrow(refused),
    );
  },
);

it('nobody without a function asserts anything', () => {
  for (const kind of Object.keys(table) as Kind[])
    expect(() => requireMayRecord({ function: undefined }, kind)).toThrow(refused);
});
