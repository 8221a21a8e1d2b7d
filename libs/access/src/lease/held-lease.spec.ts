import { HeldLease } from './held-lease.js';
import { countedMs, leaseMs, renewEveryMs, statementTimeoutMs } from './lease-length.js';
import { InFlight } from './in-flight.js';

const id = 'one';

describe('a lease that is held', () => {
  const at = (ms: number) => {
    const clock = { ms };
    return { clock, lease: new HeldLease(() => clock.ms) };
  };

  it('runs from before it was asked for, and is over to the millisecond', () => {
    const { clock, lease } = at(10_000);
    expect(lease.allows(0)).toBe(false);
    const askedAt = clock.ms;
    clock.ms += 700;
    lease.granted(askedAt, { id, demanded: 0, milliseconds: leaseMs });
    clock.ms = askedAt + leaseMs - 1;
    expect(lease.allows(0)).toBe(true);
    clock.ms = askedAt + leaseMs;
    expect(lease.allows(0)).toBe(false);
  });

  it('allows what was read at the epoch demanded or a later one, and never demands less again', () => {
    const { lease } = at(0);
    lease.granted(0, { id, demanded: 7, milliseconds: leaseMs });
    expect([6, 7, 8, -1].map((epoch) => lease.allows(epoch))).toEqual([false, true, true, false]);
    // an answer that was overtaken on its way
    lease.granted(-100, { id, demanded: 6, milliseconds: leaseMs });
    expect(lease.allows(6)).toBe(false);
    expect(lease.allows(7)).toBe(true);
  });
});

it('outlasts a decided look’s statement and two renewals that fail, and is waited for no longer than a second beyond', () => {
  expect(statementTimeoutMs).toBeLessThan(leaseMs);
  expect(renewEveryMs * 2).toBeLessThan(leaseMs);
  expect(countedMs).toBeGreaterThan(leaseMs);
  expect(countedMs).toBeLessThan(leaseMs + 900);
});

describe('the answers under way', () => {
  it('are waited for, but not those that begin meanwhile', async () => {
    const reads = new InFlight();
    const ends = [reads.begin(), reads.begin()];
    let ended = false;
    const waited = reads.ended().then(() => (ended = true));
    reads.begin();
    ends[0]?.();
    ends[0]?.();
    await new Promise((resolve) => setImmediate(resolve));
    expect(ended).toBe(false);
    ends[1]?.();
    await waited;
  });
});
