import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repository } from '../platform/repository.js';

/** Databases, logs, secrets and state of the native platform: `.data`, which git ignores, or HELHED_DATA. */
export function dataFolder(): string {
  return process.env['HELHED_DATA'] ?? join(repository, '.data');
}

export const dataFile = (...names: string[]): string => join(dataFolder(), ...names);

/** Undefined when the file is missing or was cut short. */
export function readJson<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return undefined;
  }
}

/** Writes a file that is there whole or not at all, for the owner's eyes only. */
export function writeJson(file: string, content: unknown): void {
  mkdirSync(dirname(file), { recursive: true });
  const next = `${file}.${process.pid}.new`;
  writeFileSync(next, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(next, file);
}
