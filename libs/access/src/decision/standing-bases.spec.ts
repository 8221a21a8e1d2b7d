import type { StandingBasis } from './question.js';
import { standingId, standingProgrammes } from './standing-bases.js';

const basis: StandingBasis = {
  programme: 'familiestue',
  purpose: 'outcome-to-sender',
  relation: 'sender',
  layer: 'processing',
  categories: ['referral-content', 'referral-outcome'],
  validFrom: '2026-10-05',
  validTo: '2026-11-01',
};
const programmes = (
  standing: StandingBasis[],
  today = '2026-10-05',
  layer: 'processing' | 'disclosure' = 'processing',
) => standingProgrammes({ standing, today }, 'sender', 'referral.outcome', layer);

describe('a standing basis (docs/access.md 6.3)', () => {
  it.each([
    ['2026-10-04', []],
    ['2026-10-05', ['familiestue']],
    ['2026-10-31', ['familiestue']],
    ['2026-11-01', []],
  ])('holds from its first day until the first on which it no longer does: on %s %j', (today, expected) => {
    expect(programmes([basis], today)).toEqual(expected);
  });

  it('without an end holds on', () => {
    expect(programmes([{ ...basis, validTo: undefined }], '2031-01-01')).toEqual(['familiestue']);
  });

  it.each<[string, Partial<StandingBasis>]>([
    ['relation', { relation: 'partner' }],
    ['purpose', { purpose: 'cooperation' }],
    ['layer', { layer: 'disclosure' }],
    ['category', { categories: ['referral-content'] }],
  ])('is of no use where another %s is needed', (_what, change) => {
    expect(programmes([{ ...basis, ...change }])).toEqual([]);
  });

  it('serves the other layer where it is of that one', () => {
    expect(programmes([{ ...basis, layer: 'disclosure' }], '2026-10-05', 'disclosure')).toEqual(['familiestue']);
  });

  it('counts for its own programme, which is named once, in order', () => {
    const other = { ...basis, programme: 'aabent-hus' };
    expect(programmes([basis, other, basis])).toEqual(['aabent-hus', 'familiestue']);
  });

  it('is named by programme, purpose and layer', () =>
    expect(standingId('familiestue', 'course', 'disclosure')).toBe('standing:familiestue:course:disclosure'));
});
