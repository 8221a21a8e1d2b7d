import type { AccessFacts } from './access-facts.js';
import { decide } from './decide.js';
import type { Question } from './question.js';
import { alma, family, trine } from './test/family-h.js';
import { withheld } from './withheld.js';

describe('what is withheld of a family whose structure is (A-SEC-06)', () => {
  const whole = ['family-structure', 'identity', 'custody', 'address'];
  const once = whole.map((category) => ({ category, reason: 'no-basis' }));
  const read = (facts: AccessFacts, question = trine) => decide(question, facts);
  const facts = family('skole-nord', { bases: [] });

  it('is told once for each category: not who is in it, nor how many', () => {
    expect(read(facts).withheld).toEqual(once);
    expect(read(facts).shows('family.custody', alma)).toBe(false);
    const custodyAlone: Question = { ...trine, sections: ['family.custody'] };
    expect(read(facts, custodyAlone).withheld).toEqual([{ category: 'custody', reason: 'no-basis' }]);
  });

  it('is the same where it has no children', () => {
    const childless = { ...facts, sections: facts.sections.filter(({ name }) => name !== 'family.custody') };
    expect(read(childless).withheld).toEqual(once);
  });

  it('names nobody in a command’s answer without a lease either', () =>
    expect(read(family('skole-nord')).withoutRevocable().withheld).toContainEqual({
      category: 'identity',
      reason: 'consent-unavailable',
    }));
});

describe('the schema of what is withheld', () => {
  const one = { category: 'custody', reason: 'no-basis', person: '0198a1b2-0000-7000-8000-000000000001' };

  it('has a category, a reason and at most a person’s id, each explained to who reads the API', () => {
    expect(withheld.safeParse([one, { category: 'address', reason: 'no-basis' }]).success).toBe(true);
    for (const wrong of [{ ...one, person: 'Alma' }, { ...one, name: 'Alma' }, { reason: 'no-basis' }])
      expect(withheld.safeParse([wrong]).success).toBe(false);
    const { shape } = withheld.element;
    for (const { description } of [withheld, shape.category, shape.reason, shape.person])
      expect(description).toMatch(/^\p{Lu}.+\.$/u);
  });
});
