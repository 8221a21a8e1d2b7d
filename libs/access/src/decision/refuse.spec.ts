import { decide } from './decide.js';
import { requireRelation } from './refuse.js';
import { family, partner, trine } from './test/family-h.js';

describe('a thing that is asked for (docs/access.md, A-REL-02)', () => {
  const what = { da: 'Familien', en: 'The family' };
  const gone = decide(trine, family('skole-nord', { relationRows: [{ ...partner, to: '2026-10-05' }] }));

  it('is there for who has a relation to it, also where nothing of it is shown', () => {
    const bare = decide(trine, family('skole-nord', { bases: [] }));
    expect(requireRelation(bare, what)).toBe(bare);
  });

  it('is the same 404 where there is none and where it is out of reach', () => {
    const refused = { kind: 'not-found', problem: 'not-found', message: expect.stringContaining('The family') };
    for (const decision of [undefined, gone])
      expect(() => requireRelation(decision, what)).toThrow(expect.objectContaining(refused));
  });
});
