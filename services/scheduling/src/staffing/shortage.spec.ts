import fc from 'fast-check';
import { shortagesOf } from './shortage.js';

const wanted = [
  { function: 'group-leader', count: 2 },
  { function: 'psychologist', count: 1 },
];

describe('a group’s staff against its definition', () => {
  it.each([
    [['group-leader', 'group-leader', 'psychologist'], []],
    [['group-leader', 'group-leader', 'group-leader', 'psychologist', 'cook'], []],
    [['group-leader', 'psychologist'], [{ function: 'group-leader', needed: 2, present: 1 }]],
    [
      ['cook'],
      [
        { function: 'group-leader', needed: 2, present: 0 },
        { function: 'psychologist', needed: 1, present: 0 },
      ],
    ],
  ])('%j lacks %j', (functions, shortages) => expect(shortagesOf(wanted, functions)).toEqual(shortages));

  it('lacks nothing once what it lacks has come', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('group-leader', 'psychologist', 'cook'), { maxLength: 6 }), (functions) => {
        const come = shortagesOf(wanted, functions).flatMap(({ function: code, needed, present }) =>
          Array.from({ length: needed - present }, () => code),
        );
        return shortagesOf(wanted, [...functions, ...come]).length === 0;
      }),
    );
  });
});
