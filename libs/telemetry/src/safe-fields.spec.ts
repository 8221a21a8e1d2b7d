import fc from 'fast-check';
import { describeError, pickSafe, safeFields, withoutCpr } from './safe-fields.js';

describe('the fields of a log line', () => {
  it('are the allowed ones; of others only the name is kept', () => {
    expect(pickSafe({ status: 201, name: 'Grethe Holm', cpr: '7101014444' })).toEqual({
      status: 201,
      dropped: ['name', 'cpr'],
    });
  });

  it('are plain values: an object does not slip a person in under an allowed name', () => {
    expect(pickSafe({ state: { name: 'Grethe Holm' }, reason: ['Grethe'] })).toEqual({ dropped: ['state', 'reason'] });
  });

  it('never show a CPR number, written with or without the hyphen', () => {
    const digits = fc.tuple(
      fc.integer({ min: 61, max: 88 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 0, max: 999999 }),
    );
    fc.assert(
      fc.property(
        digits,
        fc.constantFrom('', '-', ' '),
        fc.constantFrom(...safeFields),
        ([day, month, rest], hyphen, field) => {
          const tail = String(rest).padStart(6, '0');
          const cpr = `${day}${String(month).padStart(2, '0')}${tail.slice(0, 2)}${hyphen}${tail.slice(2)}`;
          expect(JSON.stringify(pickSafe({ [field]: `about ${cpr}.` }))).not.toContain(cpr);
        },
      ),
    );
  });

  it('leave longer numbers and identifiers alone', () => {
    const text = 'order 20261121231303 of 01a20062-7b0b-71ae-8c15-e11823600673';
    expect(withoutCpr(text)).toBe(text);
  });
});

describe('an error in a log line', () => {
  it('is its name, codes and place, never its message', () => {
    const error = Object.assign(new RangeError('Grethe Holm is too young'), {
      code: '23505',
      detail: 'Key (name)=(Grethe)',
      table: 'person',
    });
    const described = describeError(error);
    expect(described).toMatchObject({ name: 'RangeError', code: '23505', table: 'person' });
    expect(JSON.stringify(described)).not.toContain('Grethe');
    expect(described['at']).not.toHaveLength(0);
  });

  it('shows its causes the same way', () => {
    const error = new Error('outer Grethe', { cause: new TypeError('inner Grethe') });
    expect(describeError(error)).toMatchObject({ cause: { name: 'TypeError' } });
    expect(JSON.stringify(describeError(error))).not.toContain('Grethe');
  });

  it('that is no error at all is only its type', () => {
    expect(describeError('Grethe Holm')).toEqual({ name: 'string' });
  });
});
