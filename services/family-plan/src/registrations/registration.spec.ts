import fc from 'fast-check';
import { isOnCourse, outsideCourse } from './registration.js';

const group = { families: { min: 4, max: 6 } } as Parameters<typeof isOnCourse>[0]['group'];
const open = { endedOn: null };
const ended = { endedOn: '2026-12-10' };

describe('a registration form belongs to the course', () => {
  it.each([
    ['before any enrolment', [], false],
    ['once it is enrolled', [open], true],
    ['after the enrolment has ended', [ended], false],
    ['after each of two has', [ended, ended], false],
    ['on a course that came after another', [ended, open], true],
  ])('and %s is filled in or not', (_when, enrolments, expected) => {
    expect(isOnCourse({ group }, enrolments)).toBe(expected);
    // a programme without a course has nothing that it would be outside of
    expect(isOnCourse({ group: undefined }, enrolments)).toBe(true);
  });

  it('while one of whatever enrolments is in force, in whichever order they came', () => {
    const endedOn = fc.option(fc.constantFrom('2026-01-05', '2026-12-10'));
    fc.assert(
      fc.property(fc.array(fc.record({ endedOn })), (enrolments) => {
        const inForce = enrolments.filter((each) => each.endedOn === null).length;
        expect(isOnCourse({ group }, enrolments)).toBe(inForce > 0);
        expect(isOnCourse({ group }, enrolments.toReversed())).toBe(inForce > 0);
      }),
    );
  });

  it('outside of it is refused, naming the programme, and nothing of when', () => {
    const refused = outsideCourse();
    expect(refused).toMatchObject({ kind: 'conflict', fields: [{ field: 'programme', rule: 'outside-course' }] });
    expect(JSON.stringify(refused)).not.toMatch(/\d{4}/);
  });
});
