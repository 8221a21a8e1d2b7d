import { submission } from '../../test/submission.js';
import { mintIntake } from './mint-intake.js';

const minted = mintIntake(submission(), '2026-11-05');

describe('an intake gets ids in place of the sender’s refs', () => {
  it('for every person and household, each its own', () => {
    const ids = [...minted.document.households.map(({ ref }) => ref), ...minted.persons.map(({ id }) => id)];
    expect(new Set(ids).size).toBe(6);
    expect(JSON.stringify(minted)).not.toMatch(/parent-1|home-1/);
  });

  it('and who lives where, who holds custody and whose part it is follow', () => {
    const [anna, bo, clara] = minted.document.members;
    const [first, second] = minted.document.households;
    expect(anna?.households).toEqual([first?.ref]);
    expect(clara).toMatchObject({ households: [first?.ref, second?.ref], custody: [anna?.id, bo?.id] });
    expect(minted.parentsPart.map(({ parent }) => parent)).toEqual([anna?.id, bo?.id]);
  });

  it('and what the rules read names nobody', () => {
    expect(minted.facts).toEqual({
      everydayConflicts: ['meals', 'bedtime'],
      wholeFamilyTakesPart: true,
      childAges: [3, 5],
      youngestChildAge: 3,
      childrenCount: 2,
      parentsCount: 2,
      householdsCount: 2,
    });
    for (const person of minted.persons) expect(Object.keys(person)).toEqual(['id', 'role']);
  });
});
