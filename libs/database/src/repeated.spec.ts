import { setTimeout as pause } from 'node:timers/promises';
import { Repeated } from './repeated.js';

const everyMs = 10;
let repeated: Repeated | undefined;
afterEach(() => repeated?.stop());

/** Turns that end when the test says so. */
function turns() {
  const begun: { end: () => void; fail: (error: Error) => void }[] = [];
  const errors: unknown[] = [];
  const turn = () => new Promise<void>((end, fail) => void begun.push({ end, fail }));
  repeated = new Repeated(everyMs, turn, (error) => void errors.push(error));
  return { begun, errors, started: repeated };
}
async function until(done: () => boolean): Promise<void> {
  for (let n = 0; n < 10_000 && !done(); n++) await pause(5);
  expect(done()).toBe(true);
}

describe('what is repeated', () => {
  it('comes again and again, one turn at a time', async () => {
    const { begun, started } = turns();
    started.start();
    await until(() => begun.length === 1);
    await pause(10 * everyMs);
    expect(begun).toHaveLength(1);
    begun[0]!.end();
    await until(() => begun.length === 2);
    begun[1]!.end();
  });

  it.each([
    ['fails', (error: Error) => Promise.reject(error)],
    [
      'throws',
      (error: Error) => {
        throw error;
      },
    ],
  ])('comes again after a turn that %s, which is told', async (_, fail) => {
    const errors: unknown[] = [];
    const error = new Error('down');
    repeated = new Repeated(
      everyMs,
      () => fail(error),
      (told) => void errors.push(told),
    );
    repeated.start();
    await until(() => errors.length >= 2);
    expect(errors).toContain(error);
  });

  it('is stopped when the turn under way has ended, be it by a failure, and comes no more', async () => {
    const { begun, errors, started } = turns();
    started.start();
    await until(() => begun.length === 1);
    let stopped = false;
    const stopping = started.stop().then(() => (stopped = true));
    await pause(3 * everyMs);
    expect(stopped).toBe(false);
    begun[0]!.fail(new Error('cut off'));
    await stopping;
    await pause(5 * everyMs);
    expect([begun.length, errors.length]).toEqual([1, 1]);
  });
});
