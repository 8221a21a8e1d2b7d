import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '@helhed/contracts';
import { startPostgres, type RunningPostgres } from '@helhed/local';
import { startPlatform, stopTestServers, type TestMunicipality, type TestPlatform } from '@helhed/testing';

export interface DurablePlatform {
  readonly postgres: RunningPostgres;
  readonly platform: TestPlatform;
  readonly municipality: TestMunicipality;
  stop(): Promise<void>;
}

/**
 * The platform on a PostgreSQL that waits for the disk, unlike the one of tests: figures are of commits that last.
 * NATS syncs each acknowledgement, as everywhere.
 * @param instances processes of each service
 * @param settings of PostgreSQL, beside its own
 */
export async function startDurablePlatform(
  services: readonly Context[],
  instances = 1,
  settings: Readonly<Record<string, string>> = {},
): Promise<DurablePlatform> {
  const dataDir = mkdtempSync(join(tmpdir(), 'helhed-bench-'));
  const postgres = await startPostgres({
    dataDir,
    password: randomBytes(12).toString('hex'),
    // commit timestamps: when a row's transaction was committed, on one clock for all databases
    settings: { track_commit_timestamp: 'on', max_wal_size: '2GB', ...settings },
  });
  let platform: TestPlatform | undefined;
  const stop = async (): Promise<void> => {
    await platform?.stop();
    await Promise.all([postgres.stop(), stopTestServers()]);
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    platform = await startPlatform({ services, instances, adminUrl: postgres.adminUrl });
    return { postgres, platform, municipality: await platform.municipality(), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
