import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'pg';
import { connected, tables } from './catalogue.js';

/** The ways in which ten digits could stand somewhere: plain, with a hyphen, as hexadecimal, in base64 at each offset, in UTF-16. */
export function shapesOf(digits: string): Buffer[] {
  const hyphened = `${digits.slice(0, 6)}-${digits.slice(6)}`;
  const base64 = [0, 1, 2].map((offset) =>
    Buffer.from(' '.repeat(offset) + digits)
      .toString('base64')
      .slice(offset === 0 ? 0 : offset + 1, -4),
  );
  const texts = [digits, hyphened, Buffer.from(digits).toString('hex'), ...base64];
  return [...texts.map((text) => Buffer.from(text)), Buffer.from(digits, 'utf16le')];
}

/** For each number, in any of its shapes: whether a file at or below the path holds it. Each file is read once. */
export async function foundIn(path: string, numbers: readonly string[]): Promise<boolean[]> {
  const shapes = numbers.map(shapesOf);
  const found = numbers.map(() => false);
  for (const file of await filesAt(path)) {
    // a server may remove a file between the listing and the reading
    const bytes = await readFile(file).catch(() => Buffer.alloc(0));
    shapes.forEach((of, i) => (found[i] ||= of.some((shape) => bytes.includes(shape))));
  }
  return found;
}

async function filesAt(path: string): Promise<string[]> {
  if ((await stat(path)).isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** A logical dump, as text, of every table that the backup role can read. */
export async function dumpOf(backupUrl: string): Promise<string> {
  return connected(backupUrl, async (client: Client) => {
    const parts: string[] = [];
    for (const { name, readable } of await tables(client)) {
      if (!readable) continue;
      const { rows } = await client.query<{ line: string }>(`SELECT t::text AS line FROM ${name} t`);
      parts.push(...rows.map(({ line }) => line));
    }
    return parts.join('\n');
  });
}
