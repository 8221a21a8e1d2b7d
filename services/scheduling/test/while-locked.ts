import { Workers } from '@helhed/database';
import type { World } from './world.js';

/** Nobody can write the table until so many wait for it: then they go on together. */
export async function whileLocked<T>(
  { at }: World,
  table: string,
  waiting: number,
  work: () => Promise<T>,
): Promise<T> {
  const owner = new Workers(at.owner);
  try {
    return await owner.run(async (client) => {
      await client.query(`BEGIN; LOCK TABLE ${table} IN EXCLUSIVE MODE`);
      const running = work();
      const waits = async () =>
        (await client.query('SELECT FROM pg_locks WHERE relation = $1::regclass AND NOT granted', [table])).rowCount;
      while ((await waits()) !== waiting) await new Promise((done) => setTimeout(done, 10));
      await client.query('COMMIT');
      return running;
    });
  } finally {
    await owner.close();
  }
}
