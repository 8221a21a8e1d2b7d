import { endingSteps, type EndingStep } from '@helhed/contracts';
import { checkReason, reasonText } from './ending-reasons.js';
import { getDefinition } from './load-all.js';

const nyborg = getDefinition('nyborg-familiestue');
const text = { da: 'Uden for målgruppen.', en: 'Outside the target group.' };
/** As it was published before the reasons were one list. */
const twoLists = {
  answer: { form: 'letter' as const, reasons: [{ code: 'course-completed', text }] },
  reasons: [
    { code: 'course-completed', text: { da: 'gennemført', en: 'completed' } },
    { code: 'family-moved', text: { da: 'flyttet', en: 'moved' } },
  ],
};
const refusedAt = (definition: Parameters<typeof checkReason>[0], code: string): EndingStep[] =>
  endingSteps.filter((step) => checkReason(definition, step, 'reasonCode', code).length > 0);

describe('a code that a referral is to end with', () => {
  it.each<[string, EndingStep[]]>([
    ['outside-target-group', ['withdraw', 'close']],
    ['family-withdrew', ['decline', 'close']],
    ['family-moved', ['decline']],
    ['completed', ['decline', 'withdraw']],
    ['course-completed', ['decline', 'withdraw', 'close']],
    ['compleeted', ['decline', 'withdraw', 'close']],
  ])('%s is refused at %j', (code, steps) => expect(refusedAt(nyborg, code)).toEqual(steps));

  it('that is refused is told by field, rule and the codes that are not, and is not repeated', () => {
    expect(checkReason(nyborg, 'decline', 'reasonCode', 'maja-holm')).toEqual([
      {
        field: 'reasonCode',
        rule: 'not-one-of',
        message: {
          da: 'Skal være en af: outside-target-group, another-offer',
          en: 'Must be one of: outside-target-group, another-offer',
        },
      },
    ]);
  });

  it('stands in either list of a definition from before there was one, for every step', () => {
    expect(refusedAt(twoLists, 'course-completed')).toEqual([]);
    expect(refusedAt(twoLists, 'family-moved')).toEqual([]);
    expect(refusedAt(twoLists, 'other-offer')).toEqual(['decline', 'withdraw', 'close']);
    expect(refusedAt({ answer: { form: 'letter' }, reasons: undefined }, 'other-offer')).toEqual([]);
  });

  it('reads in a letter as its text, of two lists as the letter’s own', () => {
    expect(reasonText(nyborg, 'another-offer')?.da).toBe('Et andet tilbud passer bedre til familien.');
    expect(reasonText(twoLists, 'course-completed')).toEqual(text);
    expect(reasonText(twoLists, 'family-moved')?.en).toBe('moved');
    expect(reasonText(nyborg, 'course-completed')).toBeUndefined();
  });
});
