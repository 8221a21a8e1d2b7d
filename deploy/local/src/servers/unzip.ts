import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { inflateRawSync } from 'node:zlib';

const endOfDirectory = 0x06054b50;
const stored = 0;

/**
 * Unpacks a zip file (a Python wheel, a Maven zip), so that neither unzip nor jar need be installed.
 * Source: APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12 and 4.3.16; no zip64, no encryption.
 */
export function unzip(file: string, into: string, wanted: (name: string) => boolean = () => true): void {
  const zip = readFileSync(file);
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || zip.readUInt32LE(end) !== endOfDirectory) throw new Error(`${file} is not a zip file`);
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    if (!name.endsWith('/') && wanted(name)) writeEntry(zip, at, join(into, safe(name)));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
}

function writeEntry(zip: Buffer, at: number, path: string): void {
  const method = zip.readUInt16LE(at + 10);
  const size = zip.readUInt32LE(at + 20);
  const mode = (zip.readUInt32LE(at + 38) >>> 16) & 0o777;
  const local = zip.readUInt32LE(at + 42);
  const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(from, from + size);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, method === stored ? packed : inflateRawSync(packed));
  if (mode !== 0) chmodSync(path, mode | 0o600);
}

function safe(name: string): string {
  const path = normalize(name);
  if (path.startsWith('..') || path.startsWith('/')) throw new Error(`zip entry outside its folder: ${name}`);
  return path;
}
