import { z } from 'zod';
import { frame } from '../routes/frame.js';
import { Answer, answerTo, followAnswer } from './answer.js';

const receipt = frame(z.strictObject({ id: z.string() }));

describe('an answer under way', () => {
  it('is followed where the server says so, and then found by its request; nothing is known of any other', () => {
    const context = { requestId: 'one' };
    const answer = followAnswer(context);
    expect([answer.followed, answer.decided, answer.framed, answer.asked]).toEqual([true, false, false, false]);
    expect(answerTo(context)).toBe(answer);
    expect([answerTo({ requestId: 'one' }), answerTo(undefined)]).toEqual([undefined, undefined]);
    expect(new Answer(false).followed).toBe(false);
  });

  it.each([
    [undefined, false, false, false],
    ['decided', false, false, true],
    ['decided', false, true, true],
    ['decided', true, false, false],
    [receipt, false, false, true],
    [receipt, true, false, true],
    [receipt, false, true, false],
  ] as const)('is other than its route says: row %#', (mustBe, decided, framed, undecided) => {
    const answer = Object.assign(new Answer(true), { mustBe, decided, framed });
    expect(answer.isUndecided).toBe(undecided);
  });

  it('rests on nothing, or on every lease and epoch that it was given; the latest epoch is its own (A-LEA-01)', () => {
    const answer = new Answer(true);
    expect(answer.epoch).toBe(0);
    expect(() => answer.requireHeld()).not.toThrow();
    const until = (last: number) => ({ allows: (epoch: number) => epoch <= last });
    answer.restOn(until(7), 7);
    answer.restOn(until(5), 3);
    expect(answer.epoch).toBe(7);
    expect(() => answer.requireHeld()).not.toThrow();
    answer.restOn(until(5), 6);
    expect(() => answer.requireHeld()).toThrow(expect.objectContaining({ problem: 'consent-unavailable' }));
  });

  it('tells once, whoever waits, that it was sent; and who asks later at once', () => {
    const answer = new Answer(true);
    const heard: string[] = [];
    answer.whenSent(() => heard.push('a'));
    answer.whenSent(() => heard.push('b'));
    expect(heard).toEqual([]);
    answer.sent();
    answer.sent();
    expect(heard).toEqual(['a', 'b']);
    answer.whenSent(() => heard.push('c'));
    expect(heard).toEqual(['a', 'b', 'c']);
  });
});
