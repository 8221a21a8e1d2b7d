import { parseArgs } from 'node:util';
import { contexts } from '@helhed/contracts';
import { operatorApi } from './operator-api.js';

const usage = `npm run dead-letters -- list                    events that could not be applied, in every service
npm run dead-letters -- show SERVICE ID         one of them, with its event (ids, codes and dates only)
npm run dead-letters -- replay SERVICE ID       put it back: it is tried at once, and its family's later events follow

  --target URL         the platform's base address; the credentials' own unless given
  --credentials FILE   what npm start or npm run secrets wrote for operators; .data/credentials.json unless given`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { target: { type: 'string' }, credentials: { type: 'string' } },
});

interface Page {
  readonly items: readonly Record<string, unknown>[];
  readonly next: string | null;
}

async function run([verb, service = '', id = '']: readonly string[]): Promise<void> {
  const ask = await operatorApi(values);
  const list = async (of: string): Promise<Record<string, unknown>[]> => {
    const found: Record<string, unknown>[] = [];
    for (let cursor = ''; ;) {
      const { items, next } = await ask<Page>('GET', `/${of}/v1/operations/dead-letters?limit=200${cursor}`);
      found.push(...items.map((item) => ({ service: of, ...item })));
      if (!next) return found;
      cursor = `&cursor=${encodeURIComponent(next)}`;
    }
  };
  const at = `/${service}/v1/operations/dead-letters/${id}`;
  if (verb === 'list') console.log(JSON.stringify((await Promise.all(contexts.map(list))).flat(), null, 2));
  else if (verb === 'show' && id) console.log(JSON.stringify(await ask('GET', at), null, 2));
  else if (verb === 'replay' && id) console.log(JSON.stringify(await ask('POST', `${at}:replay`), null, 2));
  else throw new Error(usage);
}

run(positionals).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
