import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** dkfds exports its script alone, which lies in dist/js. */
const dkfds = dirname(dirname(createRequire(import.meta.url).resolve('dkfds')));
// from dist/src/pages/assets
const own = fileURLToPath(new URL('../../../../static', import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** Names that may be asked for: no way up, no hidden file. */
const named = /^(?:[A-Za-z0-9][\w-]*\/)*[A-Za-z0-9][\w.-]*$/;

export interface Asset {
  readonly type: string;
  readonly content: Buffer;
  readonly etag: string;
}

const read = new Map<string, Promise<Asset | undefined>>();

/** A stylesheet, font or picture: `helhed.css`, or of the designsystem `dkfds/css/dkfds.min.css`; undefined for any other. */
export async function findAsset(name: string): Promise<Asset | undefined> {
  const type = types[extname(name)];
  if (type === undefined || !named.test(name)) return undefined;
  const file = name.startsWith('dkfds/') ? join(dkfds, name.slice('dkfds/'.length)) : join(own, name);
  let asset = read.get(file);
  if (!asset) {
    asset = load(file, type);
    read.set(file, asset);
    // what is not there is not remembered: any number of names can be asked for
    if (!(await asset)) read.delete(file);
  }
  return asset;
}

async function load(file: string, type: string): Promise<Asset | undefined> {
  try {
    const content = await readFile(file);
    return { type, content, etag: `"${createHash('sha256').update(content).digest('base64url').slice(0, 20)}"` };
  } catch {
    return undefined;
  }
}
