import { requireWhole, type Outcome } from './privacy-notice.js';

const today = '2026-10-05';

describe('what is noted of the duty to inform', () => {
  it.each<[string, Outcome]>([
    ['that it was given today', { outcome: 'given', on: today, how: 'phone' }],
    ['that it was given before', { outcome: 'given', on: '2026-09-01', how: 'letter' }],
    ['why not, by a code', { outcome: 'not-given', reason: 'known-already' }],
    ['why not, in words', { outcome: 'not-given', reason: 'other', note: 'Taler med os i næste uge.' }],
  ])('%s', (_, told) => {
    expect(() => requireWhole(told, today)).not.toThrow();
  });

  it.each<[string, Outcome, string, string]>([
    ['given tomorrow', { outcome: 'given', on: '2026-10-06', how: 'phone' }, 'on', 'in-the-future'],
    ['another reason, that nobody wrote', { outcome: 'not-given', reason: 'other' }, 'note', 'required'],
  ])('is refused, naming field and rule: %s', (_, told, field, rule) => {
    expect(() => requireWhole(told, today)).toThrow(
      expect.objectContaining({
        kind: 'rule',
        problem: 'privacy-notice-incomplete',
        fields: [expect.objectContaining({ field, rule })],
      }),
    );
  });
});
