import { Video } from './video.js';

const told = {
  municipality: '0450',
  id: 'v',
  familyId: 'f',
  programme: 'p',
  persons: ['maja', 'alma'],
  unit: 'familiestuen',
  function: 'group-leader',
  sub: 'gitte',
  occasion: 'session',
  reference: Buffer.from('x'),
  filmedOn: '2026-10-01',
} as const;
const problem = (work: () => unknown): string | undefined => {
  try {
    work();
  } catch (error) {
    return (error as { problem?: string }).problem;
  }
  return undefined;
};

it('is registered with the day on which it is deleted', () => {
  expect(Video.register(told, '2026-10-02', 90)).toMatchObject({ deleteOn: '2026-12-30', deletedOn: null });
});

it.each([
  ['on the day it was filmed', '2026-10-01', 90, undefined],
  ['before it was filmed', '2026-09-30', 90, 'video-incomplete'],
  ['on the last day that it is kept', '2026-12-29', 90, undefined],
  ['when it should be deleted', '2026-12-30', 90, 'video-incomplete'],
  ['in a programme that keeps none', '2026-10-02', undefined, 'video-unknown'],
])('registered %s', (_, today, days, expected) => {
  expect(problem(() => Video.register(told, today, days))).toBe(expected);
});

it('is deleted on its day and not before, once, and leaves ids and dates', () => {
  const video = Video.register(told, '2026-10-02', 90);
  expect(video.delete('2026-12-29')).toBe(false);
  expect(video.deleted()).toBeUndefined();
  expect(video.delete('2026-12-30')).toBe(true);
  expect(Object.fromEntries(Object.entries(video))).toEqual({
    municipality: '0450',
    id: 'v',
    familyId: 'f',
    programme: 'p',
    persons: [],
    unit: null,
    function: null,
    sub: null,
    occasion: null,
    reference: null,
    filmedOn: '2026-10-01',
    deleteOn: '2026-12-30',
    deletedOn: '2026-12-30',
  });
  expect(video.deleted()).toEqual({ videoId: 'v', familyId: 'f', programme: 'p', deletedOn: '2026-12-30' });
  expect(video.delete('2026-12-31')).toBe(false);
});
