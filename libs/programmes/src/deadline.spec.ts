import { answerDeadline } from './deadline.js';
import { getDefinition } from './load-all.js';

const definition = {
  ...getDefinition('nyborg-familiestue'),
  deadlines: {
    answer: [
      { validFrom: '2025-01-01', workingDays: 10 },
      { validFrom: '2026-07-01', workingDays: 5 },
    ],
  },
};

describe('the deadline of an answer', () => {
  it.each([
    ['over Easter and a weekend', '2026-03-27', '2026-04-15'],
    ['by the period of its receipt, on its last day', '2026-06-30', '2026-07-14'],
    ['and on the first of the next', '2026-07-01', '2026-07-08'],
    ['received on a Sunday', '2026-11-22', '2026-11-27'],
  ])('counts working days %s: %s, %s', (_, receivedOn, due) =>
    expect(answerDeadline(definition, receivedOn)).toBe(due),
  );

  it('is none where the definition sets none', () =>
    expect(answerDeadline({ ...definition, deadlines: undefined }, '2026-03-27')).toBeUndefined());
});
