import { createReadStream, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
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

/** @returns the files below a folder that hold one of the shapes */
export async function filesWith(folder: string, shapes: readonly Buffer[]): Promise<string[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of names) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile() && (await fileHas(file, shapes))) found.push(file);
  }
  return found;
}

export async function fileHas(file: string, shapes: readonly Buffer[]): Promise<boolean> {
  if (!statSync(file, { throwIfNoEntry: false })) return false;
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(file, { highWaterMark: 4 << 20 })) {
    // what is cut in two by the end of a chunk is seen with the next one
    const part = Buffer.concat([rest, chunk as Buffer]);
    if (shapes.some((shape) => part.includes(shape))) return true;
    rest = Buffer.from(part.subarray(-64));
  }
  return false;
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
