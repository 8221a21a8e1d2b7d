import { jest } from '@jest/globals';

/**
 * From here on no lease runs out by the clock, however slow the machine is, until the test restores its mocks.
 * @returns what takes the clock further
 */
export function standing(): (ms: number) => void {
  let at = process.hrtime.bigint();
  jest.spyOn(process.hrtime, 'bigint').mockImplementation(() => at);
  return (ms) => void (at += BigInt(Math.round(ms * 1_000_000)));
}
