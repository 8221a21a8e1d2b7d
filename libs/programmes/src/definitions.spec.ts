import { getDefinition, loadAll } from './load-all.js';
import { checkFacts } from './check-facts.js';
import { factsFromIntake, type Facts, type IntakeMember } from './facts.js';
import { triage } from './triage.js';

const on = '2026-11-21';
const family = (...birthDates: string[]): IntakeMember[] => [
  { role: 'parent', household: 'h1' },
  { role: 'parent', household: 'h2' },
  ...birthDates.map((birthDate) => ({ role: 'child', birthDate, household: ['h1', 'h2'] })),
];
const small = family('2021-05-01', '2023-09-30');
const teenager = family('2011-05-01');

describe('the five programmes', () => {
  it('load', () => {
    expect(loadAll().map(({ code, municipality }) => [code, municipality])).toEqual([
      ['brondby-helhedsprojekt', '0153'],
      ['esbjerg-familieraadslagning', '0561'],
      ['jammerbugt-styrket-indsats', '0849'],
      ['morso-ftbt', '0773'],
      ['nyborg-familiestue', '0450'],
    ]);
  });

  it.each<[string, 'meets' | 'doubtful', IntakeMember[], Facts]>([
    ['nyborg-familiestue', 'meets', small, { everydayConflicts: ['meals', 'bedtime'], wholeFamilyTakesPart: true }],
    ['nyborg-familiestue', 'doubtful', teenager, { everydayConflicts: ['other'] }],
    ['esbjerg-familieraadslagning', 'meets', teenager, { concerns: ['wellbeing'], networkTakesPart: true }],
    ['esbjerg-familieraadslagning', 'doubtful', teenager, { concerns: ['wellbeing'], networkTakesPart: false }],
    ['brondby-helhedsprojekt', 'meets', small, { parentOnPublicSupport: true, problems: ['social', 'employment'] }],
    ['brondby-helhedsprojekt', 'doubtful', small, { parentOnPublicSupport: true, administrations: ['other'] }],
    ['morso-ftbt', 'meets', small, { helpingDepartments: ['job-centre', 'school'], wishes: ['leisure'] }],
    ['morso-ftbt', 'doubtful', small, { wishes: ['leisure'] }],
    ['jammerbugt-styrket-indsats', 'meets', small, { parentingSupport: true, placementConsidered: true }],
    ['jammerbugt-styrket-indsats', 'doubtful', family(), { parentingSupport: true, placementConsidered: true }],
  ])('%s: a referral that %s', (code, suggestion, members, stated) => {
    const definition = getDefinition(code);
    expect(checkFacts(definition, stated)).toEqual([]);
    expect(triage(definition, factsFromIntake(members, on, stated)).suggestion).toBe(suggestion);
  });
});

it("Nyborg's group is as the municipality describes it", () => {
  const { group, mayRefer } = getDefinition('nyborg-familiestue');
  expect(mayRefer.parentsPart).toBe('every-parent');
  expect(group?.families).toEqual({ min: 4, max: 6 });
  expect(group?.staff).toEqual([{ function: 'group-leader', count: 2 }]);
  expect(group?.series.sessions).toMatchObject({ count: 13, minutes: 180 });
  expect(group?.series.themeEvenings?.afterSessions).toHaveLength(3);
});
