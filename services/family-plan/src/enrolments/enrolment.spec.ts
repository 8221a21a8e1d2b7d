import { Enrolment } from './enrolment.js';

describe('an enrolment', () => {
  it('ends once, on the first day that was said', () => {
    const enrolment = Object.assign(new Enrolment(), { endedOn: null });
    expect(enrolment.end('2026-09-20')).toBe(true);
    expect(enrolment.end('2026-10-01')).toBe(false);
    expect(enrolment.endedOn).toBe('2026-09-20');
  });
});
