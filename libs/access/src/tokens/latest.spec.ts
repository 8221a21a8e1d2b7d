import { jest } from '@jest/globals';
import { Latest } from './latest.js';

const tick = () => new Promise((resolve) => setImmediate(resolve));

/** Loads that end when told to, and when they began. */
function loads(intervalMs = 0) {
  const begun: number[] = [];
  const ends: PromiseWithResolvers<void>[] = [];
  const latest = new Latest(() => {
    begun.push(performance.now());
    const end = Promise.withResolvers<void>();
    ends.push(end);
    return end.promise;
  }, intervalMs);
  return { latest, begun, ends };
}

describe('something loaded from elsewhere', () => {
  it('was never loaded at first, and is as old as its last load', async () => {
    const { latest, ends } = loads();
    expect(latest.age).toBe(Number.POSITIVE_INFINITY);
    const loaded = latest.refresh();
    await tick();
    expect(latest.age).toBeGreaterThanOrEqual(0);
    expect(latest.age).toBeLessThan(30_000);
    ends[0]!.resolve();
    await loaded;
  });

  it('is loaded once for all who ask before it begins, and again for who asks while it runs', async () => {
    const { latest, begun, ends } = loads();
    const first = [latest.refresh(), latest.refresh()];
    await tick();
    const second = [latest.refresh(), latest.refresh()];
    await tick();
    expect(begun).toHaveLength(1);
    ends[0]!.resolve();
    await Promise.all(first);
    await tick();
    expect(begun).toHaveLength(2);
    ends[1]!.resolve();
    await Promise.all(second);
  });

  it('is not loaded twice within the interval, but waited for', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
    const { latest, begun, ends } = loads(60);
    const first = latest.refresh();
    await tick();
    ends[0]!.resolve();
    await first;
    const second = latest.refresh();
    await tick();
    await jest.advanceTimersByTimeAsync(59);
    expect(begun).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(begun[1]! - begun[0]!).toBe(60);
    ends[1]!.resolve();
    await second;
  });
  afterEach(() => void jest.useRealTimers());

  it('fails for who waited for that load, and not for the next', async () => {
    const { latest, ends } = loads();
    const failing = latest.refresh();
    await tick();
    const next = latest.refresh();
    ends[0]!.reject(new Error('down'));
    await expect(failing).rejects.toThrow('down');
    await tick();
    ends[1]!.resolve();
    await next;
  });

  it('is refreshed behind one load at a time, whose failure nobody hears', async () => {
    const { latest, begun, ends } = loads();
    latest.refreshBehind();
    latest.refreshBehind();
    await tick();
    latest.refreshBehind();
    ends[0]!.reject(new Error('down'));
    await tick();
    expect(begun).toHaveLength(1);
    latest.refreshBehind();
    await tick();
    expect(begun).toHaveLength(2);
    ends[1]!.resolve();
  });
});
