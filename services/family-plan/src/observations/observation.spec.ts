import { Observation } from './observation.js';

const whose = {
  municipality: '0450',
  id: 'o',
  familyId: 'f',
  programme: 'p',
  personId: 'alma',
  parentId: 'maja',
  unit: 'ppr',
  sub: 'petra',
};
const offered = () => Observation.offer(whose, '2026-09-01', 365);
const accepted = () => {
  const observation = offered();
  observation.answer('accepted', '2026-09-02');
  return observation;
};
const noted = () => {
  const observation = accepted();
  observation.note('2026-10-01', '2026-10-02', 365);
  return observation;
};
const problem = (work: () => unknown): string | undefined => {
  try {
    work();
  } catch (error) {
    return (error as { problem?: string }).problem;
  }
  return undefined;
};

it('is offered with the day on which it is deleted', () => {
  expect(offered()).toMatchObject({ state: 'offered', offeredOn: '2026-09-01', deleteOn: '2027-09-01' });
});

it('is not offered in a programme that does not say how long it is kept', () => {
  expect(problem(() => Observation.offer(whose, '2026-09-01', undefined))).toBe('observation-unknown');
});

it('is answered otherwise until it was noted', () => {
  const observation = offered();
  expect(observation.answer('declined', '2026-09-02')).toBe(true);
  expect(observation.answer('declined', '2026-09-03')).toBe(false);
  expect(observation.answeredOn).toBe('2026-09-02');
  expect(observation.answer('accepted', '2026-09-04')).toBe(true);
  expect(problem(() => noted().answer('declined', '2026-10-03'))).toBe('observation-fixed');
});

it('is kept from the day that it was held on, once that is noted', () => {
  expect(noted()).toMatchObject({ state: 'noted', heldOn: '2026-10-01', deleteOn: '2027-10-01' });
});

it.each([
  ['on the day it was offered', '2026-09-01', undefined],
  ['today', '2026-10-02', undefined],
  ['tomorrow', '2026-10-03', 'observation-incomplete'],
  ['before it was offered', '2026-08-31', 'observation-incomplete'],
])('held %s: %s', (_, heldOn, expected) => {
  expect(problem(() => accepted().note(heldOn, '2026-10-02', 365))).toBe(expected);
});

it('is noted once, and only where the parent accepted; it is added to only then', () => {
  expect(problem(() => offered().note('2026-10-01', '2026-10-02', 365))).toBe('observation-fixed');
  expect(problem(() => noted().note('2026-10-01', '2026-10-02', 365))).toBe('observation-fixed');
  expect(problem(() => accepted().requireNoted())).toBe('observation-fixed');
  expect(problem(() => noted().requireNoted())).toBeUndefined();
});

it('is deleted on its day and not before, once, and leaves ids, state and dates', () => {
  const observation = noted();
  expect(observation.delete('2027-09-30')).toBe(false);
  expect(observation.personId).toBe('alma');
  expect(observation.delete('2027-10-01')).toBe(true);
  expect(Object.fromEntries(Object.entries(observation))).toEqual({
    municipality: '0450',
    id: 'o',
    familyId: 'f',
    programme: 'p',
    personId: null,
    parentId: null,
    unit: null,
    sub: null,
    state: 'deleted',
    offeredOn: '2026-09-01',
    answeredOn: '2026-09-02',
    heldOn: '2026-10-01',
    deleteOn: '2027-10-01',
    deletedOn: '2027-10-01',
  });
  expect(observation.moved()).toMatchObject({ state: 'deleted', on: '2027-10-01' });
  expect(observation.delete('2027-10-02')).toBe(false);
});
