import { countedMs, leaseMs } from '@helhed/access';
import { LeaseLedger } from './lease-ledger.js';

const on = () => {
  const clock = { ms: 1_000 };
  return { clock, ledger: new LeaseLedger(() => clock.ms) };
};

describe('what an instance of consent has seen of a lease', () => {
  it('counts from when it was first seen here, longer than the holder does', () => {
    const { clock, ledger } = on();
    expect(ledger.left({ id: 'a', grant: '7' })).toBe(countedMs);
    clock.ms += countedMs - 1;
    expect(ledger.left({ id: 'a', grant: '7' })).toBe(1);
    clock.ms += 1;
    expect(ledger.left({ id: 'a', grant: '7' })).toBe(0);
    // a holder whose clock goes a tenth too slow, and whose request took half a second to come
    expect(countedMs).toBeGreaterThanOrEqual(leaseMs * 1.1 + 500);
  });

  it('counts anew with each grant', () => {
    const { clock, ledger } = on();
    ledger.left({ id: 'a', grant: '7' });
    clock.ms += 3_000;
    expect(ledger.left({ id: 'a', grant: '8' })).toBe(countedMs);
  });

  it('is forgotten with the row, so that one of the same number is seen for the first time', () => {
    const { clock, ledger } = on();
    ledger.left({ id: 'a', grant: '1' });
    clock.ms += 10_000;
    ledger.keepOnly([{ id: 'b', grant: '1' }]);
    expect(ledger.left({ id: 'a', grant: '1' })).toBe(countedMs);
  });

  it('is kept with the row: looking again does not begin anew', () => {
    const { clock, ledger } = on();
    for (const id of ['a', 'b']) ledger.left({ id, grant: '1' });
    clock.ms += 1_000;
    ledger.keepOnly([{ id: 'b', grant: '1' }]);
    expect(ledger.left({ id: 'a', grant: '1' })).toBe(countedMs);
    expect(ledger.left({ id: 'b', grant: '1' })).toBeCloseTo(countedMs - 1_000);
  });
});
