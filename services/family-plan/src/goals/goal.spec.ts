import { newId } from '@helhed/kernel';
import { Goal } from './goal.js';

const [maja, jonas] = [newId(), newId()];
const [set, later] = ['2026-09-24', '2026-10-01'];
const origin = () => ({
  municipality: '0450',
  id: newId(),
  familyId: newId(),
  programme: 'nyborg-familiestue',
  unit: 'familiestuen',
  personId: null,
});
const offered = () => Goal.offer({ ...origin(), workPointId: newId() }, set);

describe('a work point that is offered', () => {
  it('is a goal once no parent is silent', () => {
    const goal = offered();
    expect(goal.accept([maja, jonas], [maja], later)).toBe(false);
    expect(goal).toMatchObject({ state: 'offered', agreedOn: null });
    expect(goal.accept([maja, jonas], [jonas, maja], later)).toBe(true);
    expect(goal).toMatchObject({ state: 'agreed', agreedOn: later });
    expect(goal.accept([maja], [maja], '2026-11-01')).toBe(false);
    expect(goal.moved()).toMatchObject({ state: 'agreed', on: later });
  });

  it('stays offered where there is nobody whom it is offered to', () => {
    const goal = offered();
    expect(goal.accept([], [maja], later)).toBe(false);
    expect(goal).toMatchObject({ state: 'offered', agreedOn: null });
  });

  it('can be left, once, and then nobody accepts it', () => {
    const goal = offered();
    expect([goal.leave(later), goal.leave('2026-11-01')]).toEqual([true, false]);
    expect(goal.moved()).toMatchObject({ state: 'left', on: later });
    expect(() => goal.accept([maja], [maja], later)).toThrow(expect.objectContaining({ problem: 'goal-fixed' }));
  });
});

describe('what the family says itself', () => {
  it('is a goal at once, and can be let go of', () => {
    const goal = Goal.say({ ...origin(), workPointId: null }, set);
    expect(goal.moved()).toMatchObject({ state: 'agreed', on: set });
    expect(goal.leave(later)).toBe(true);
  });
});
