import { almaBorn, exampleWorld, programme } from './example-world.js';
import { examplesOfFamilies } from './examples-of-families.js';
import { examplesOfReferrals } from './examples-of-referrals.js';

const lines = [...examplesOfReferrals, ...examplesOfFamilies];

describe('the worked examples of docs/access.md', () => {
  it.each(lines)('line %i', (_, found, expected) => expect(found()).toMatchObject(expected as object));

  it('are all there', () => {
    expect([...new Set(lines.map(([line]) => line))]).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    expect(exampleWorld().families[0]?.members.find(({ person }) => person === 'Alma')?.birthDate).toBe(almaBorn);
    expect(exampleWorld().definitions[0]?.code).toBe(programme);
  });
});
