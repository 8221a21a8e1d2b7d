import type { Workers } from '@helhed/database';

/**
 * A clock that a demonstration moved would date legal acts wrongly: outside one, a service does not start on it.
 * @throws Error naming the municipalities
 */
export async function requireRealTime(workers: Workers): Promise<void> {
  const moved = await workers.query<{ code: string }>(
    'SELECT code FROM helhed.municipality WHERE clock_offset_ms <> 0 ORDER BY code',
  );
  if (moved.length > 0) throw new ClockMoved(moved.map(({ code }) => code));
}

export class ClockMoved extends Error {
  constructor(codes: readonly string[]) {
    super(
      `The clock of ${codes.join(', ')} is not at real time, and HELHED_DEMO is not 1: this is a demonstration's database. ` +
        'Start with HELHED_DEMO=1, or set helhed.municipality.clock_offset_ms to 0 if its dates are to count.',
    );
    this.name = 'ClockMoved';
  }
}
