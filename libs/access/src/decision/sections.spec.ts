import { categoryOf, needsNoBasis, outerOf, sections, withOuter, type SectionName } from './sections.js';

const names = Object.keys(sections) as SectionName[];

describe('the sections (docs/access.md 4.1)', () => {
  it('of the register of bases and of the log of looks need no basis, and no other (A-SEC-01)', () => {
    expect(names.filter(needsNoBasis)).toEqual(['basis.entry', 'basis.evidence', 'orientation.entry', 'look-up.entry']);
    expect(names.map(needsNoBasis).filter((need) => typeof need !== 'boolean')).toEqual([]);
  });

  it('that tell of a member or a household lie in the family’s structure, and no other (A-SEC-06)', () => {
    expect(names.filter((name) => outerOf(name) === 'family.structure')).toEqual([
      'family.identity',
      'family.custody',
      'family.address',
    ]);
    expect(outerOf('enrolment')).toBeUndefined();
  });

  it('that tell of an institution’s own point beside a goal lie in the plan (A-SEC-06)', () => {
    expect(names.filter((name) => outerOf(name) === 'plan')).toEqual(['goal.point']);
    expect(categoryOf('goal.point')).toBe('registration-form');
  });

  it('are asked for with what lies around them, each once, and that first', () => {
    expect(withOuter(['family.identity', 'enrolment', 'family.custody'])).toEqual([
      'family.structure',
      'family.identity',
      'enrolment',
      'family.custody',
    ]);
    expect(withOuter([])).toEqual([]);
  });

  it('each have one category', () => {
    expect(names.filter((name) => categoryOf(name) === 'appointments')).toEqual(['group.seat', 'feed.entries', 'need']);
  });
});
