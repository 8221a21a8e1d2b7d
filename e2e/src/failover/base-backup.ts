import { chown, copyFile, lstat, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connected } from '../platform/catalogue.js';

/** Of this server alone, or streamed from the primary anew. */
const left = new Set(['postmaster.pid', 'postmaster.opts', 'postgresql.auto.conf', 'standby.signal', 'backup_label']);
const emptied = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
]);

export interface Source {
  readonly adminUrl: string;
  /** Its `PGDATA`. */
  readonly cluster: string;
}

/**
 * A copy of a running server's files as a standby of it starts from them: what `pg_basebackup` does, which is not among
 * the programs that npm installs. The primary must keep its WAL until the standby has streamed it (`wal_keep_size`).
 * @param conninfo how the standby reaches the primary
 */
export async function baseBackup({ adminUrl, cluster }: Source, to: string, conninfo: string): Promise<void> {
  await connected(adminUrl, async (client) => {
    // both in one session: the label belongs to it
    await client.query(`SELECT pg_backup_start('standby', true)`);
    await copy(cluster, to);
    const { rows } = await client.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop(false)');
    const files = { backup_label: rows[0]?.labelfile ?? '', 'standby.signal': '', 'postgresql.auto.conf': conninfo };
    for (const [name, text] of Object.entries(files)) await owned(cluster, join(to, name), text);
  });
}

async function copy(from: string, to: string): Promise<void> {
  const { uid, gid, mode } = await lstat(from);
  await mkdir(to, { mode: mode & 0o777 });
  await chown(to, uid, gid);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (left.has(entry.name)) continue;
    if (emptied.has(entry.name)) await emptyFolders(source, target);
    else if (entry.isDirectory()) await copy(source, target);
    else await copyFile(source, target).then(() => chown(target, uid, gid), unlessGone);
  }
}

async function emptyFolders(from: string, to: string): Promise<void> {
  const { uid, gid } = await lstat(from);
  await mkdir(to, { mode: 0o700 });
  await chown(to, uid, gid);
  for (const entry of await readdir(from, { withFileTypes: true }))
    if (entry.isDirectory()) await emptyFolders(join(from, entry.name), join(to, entry.name));
}

async function owned(cluster: string, path: string, text: string): Promise<void> {
  const { uid, gid } = await lstat(cluster);
  await writeFile(path, text, { mode: 0o600 });
  await chown(path, uid, gid);
}

/** Files of tables that are dropped meanwhile; the WAL says so too. */
function unlessGone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
