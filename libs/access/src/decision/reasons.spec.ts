import fc from 'fast-check';
import { reasonTexts } from './reason-texts.js';
import { barredReasons, basisReasons, firstOf } from './reasons.js';
import { barredError } from './refuse.js';

describe('why something is not shown (docs/access.md 10)', () => {
  it('of several reasons the one that stands first on the page is told, however they come (A-SEC-05)', () => {
    const rank = (reason: (typeof basisReasons)[number]) => basisReasons.indexOf(reason);
    fc.assert(
      fc.property(fc.shuffledSubarray([...basisReasons], { minLength: 1 }), (reasons) => {
        expect(rank(firstOf(reasons))).toBe(Math.min(...reasons.map(rank)));
      }),
    );
    expect(firstOf(['no-basis', 'consent-incomplete', 'consent-withdrawn'])).toBe('consent-withdrawn');
    expect(firstOf([])).toBe('no-basis');
  });

  const told = [...basisReasons, ...barredReasons, 'consent-unavailable', 'not-for-you'] as const;
  it.each([...told, 'childs-own-view', 'allowed'] as const)('%s is told in Danish and in English', (reason) => {
    const { da, en } = reasonTexts[reason];
    expect(da).toMatch(/^\p{Lu}.+\.$/u);
    expect(en).toMatch(/^\p{Lu}.+\.$/u);
    expect(da).not.toBe(en);
  });

  it('no two reasons are told with the same words', () => {
    const texts = Object.values(reasonTexts).flatMap(({ da, en }) => [da, en]);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it.each(barredReasons)('an act refused for %s is a 403 of that name, and says what to do instead', (barred) => {
    const error = barredError(barred);
    expect(error).toMatchObject({ kind: 'forbidden', problem: barred });
    expect(error.detail.da).toMatch(/^Det er .+\. .+\.$/);
    expect(error.detail.en).toMatch(/^This is .+\. .+\.$/);
  });
});
