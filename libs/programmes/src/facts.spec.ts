import { factsFromIntake } from './facts.js';

const on = '2026-11-21';
const child = (birthDate?: string) => ({ role: 'child', birthDate, household: 'h1' });

describe('facts from a referral', () => {
  it('are computed from its members and joined with what it states', () => {
    const members = [
      { role: 'parent', household: 'h1' },
      { role: 'parent', household: 'h2' },
      { role: 'child', birthDate: '2020-11-22', household: ['h1', 'h2'] },
      { role: 'child', birthDate: '2022-11-21', household: ['h1', 'h2'] },
      { role: 'other' },
    ];
    expect(factsFromIntake(members, on, { concerns: ['health'] })).toEqual({
      concerns: ['health'],
      childAges: [4, 5],
      youngestChildAge: 4,
      childrenCount: 2,
      parentsCount: 2,
      householdsCount: 2,
    });
  });

  it.each([
    ['2020-11-21', 6],
    ['2020-11-22', 5],
    ['2026-11-21', 0],
    ['2008-02-29', 18],
  ])('a child born %s is %s years old', (birthDate, age) => {
    expect(factsFromIntake([child(birthDate)], on)).toMatchObject({ youngestChildAge: age, childAges: [age] });
  });

  it('a child born on a leap day turns a year older on 1 March of other years', () => {
    const ageOn = (day: string) => factsFromIntake([child('2020-02-29')], day)['youngestChildAge'];
    expect([ageOn('2026-02-28'), ageOn('2026-03-01')]).toEqual([5, 6]);
  });

  it.each([
    ['no birth date', [child('2022-01-01'), child()]],
    ['a birth date to come', [child('2026-11-22')]],
    ['something else', [child('in May')]],
  ])('ages are unknown when a child has %s', (_, members) => {
    const facts = factsFromIntake(members, on);
    expect(facts).toMatchObject({ childrenCount: members.length });
    expect(Object.keys(facts)).not.toEqual(expect.arrayContaining(['youngestChildAge']));
    expect(Object.keys(facts)).not.toEqual(expect.arrayContaining(['childAges']));
  });

  it('without children nobody is the youngest', () => {
    expect(factsFromIntake([], on)).toEqual({ childAges: [], childrenCount: 0, parentsCount: 0, householdsCount: 0 });
  });

  it('what follows from the members cannot be stated otherwise', () => {
    expect(factsFromIntake([child()], on, { youngestChildAge: 3, childrenCount: 9 })).toMatchObject({
      childrenCount: 1,
    });
    expect(factsFromIntake([child()], on, { youngestChildAge: 3 })).not.toHaveProperty('youngestChildAge');
  });
});
