import fc from 'fast-check';
import { Separation, type Side } from './separation.js';

const side = (familyId: string, programme = 'nyborg-familiestue'): Side => ({
  id: `of ${familyId}`,
  familyId,
  programme,
});
const record = (one: Side, other: Side, to: string | null = null) =>
  Separation.record({
    municipality: '0450',
    id: 's1',
    sides: [one, other],
    recordedIn: 'visitation',
    today: '2026-11-05',
    to,
  });
const refused = (rules: readonly string[]) =>
  expect.objectContaining({
    kind: 'rule',
    problem: 'separation-incomplete',
    fields: rules.map((rule) => expect.objectContaining({ rule })),
  });

describe('a separation', () => {
  it('is the same whichever family is named first', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (one, other) => {
        fc.pre(one !== other);
        expect(record(side(one), side(other))).toEqual(record(side(other), side(one)));
      }),
    );
  });

  it('is of two families, of one programme, and for some days at least: all that is wrong is named', () => {
    expect(() => record(side('a'), side('a'))).toThrow(refused(['another-family']));
    expect(() => record(side('a'), side('b', 'morso-ftbt'))).toThrow(refused(['same-programme']));
    expect(() => record(side('a'), side('a', 'morso-ftbt'), '2026-11-05')).toThrow(
      refused(['another-family', 'same-programme', 'after-today']),
    );
    expect(record(side('a'), side('b'), '2026-11-06')).toMatchObject({ from: '2026-11-05', to: '2026-11-06' });
  });

  it('ends today, before its own end and once', () => {
    const open = record(side('a'), side('b'));
    open.end('2026-11-20');
    expect(open).toMatchObject({ to: '2026-11-20', version: 2 });
    const over = expect.objectContaining({ kind: 'conflict', problem: 'already-ended' });
    expect(() => open.end('2026-11-21')).toThrow(over);
    const short = record(side('a'), side('b'), '2026-12-01');
    expect(() => short.end('2026-12-01')).toThrow(over);
    short.end('2026-11-05');
    expect(short.to).toBe('2026-11-05');
  });
});
