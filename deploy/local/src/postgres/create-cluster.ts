import { execFile } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { postgresUser, type RunAs } from './run-as.js';

interface NewCluster {
  initdb: string;
  cluster: string;
  runAs: RunAs;
  password: string;
}

/** Makes the cluster beside its place and moves it there whole: a killed start leaves no half-made one. */
export async function createCluster({ initdb, cluster, runAs, password }: NewCluster): Promise<void> {
  const parent = dirname(cluster);
  rmSync(cluster, { recursive: true, force: true });
  const work = mkdtempSync(join(parent, 'new-cluster-'));
  const made = join(work, 'pg');
  const passwordFile = join(work, 'password');
  mkdirSync(made, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (process.getuid?.() === 0) {
    const { uid, gid } = postgresUser();
    for (const path of [work, made, passwordFile]) chownSync(path, uid, gid);
  }
  const flags = ['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-sync', '--data-checksums'];
  const command = [
    ...runAs.prefix,
    initdb,
    `--pgdata=${made}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    ...flags,
  ];
  const [program = initdb, ...args] = command;
  await promisify(execFile)(program, args, {
    uid: runAs.uid,
    gid: runAs.gid,
    env: { PATH: process.env['PATH'], LC_ALL: 'C' },
  });
  renameSync(made, cluster);
  rmSync(work, { recursive: true, force: true });
}
