import { contexts } from '@helhed/contracts';
import { idNamed, serviceNamed } from './names.js';
import { credentialsUsage, operatorApi, operatorOptions, type Ask } from './operator-api.js';
import { Misused, runCommand } from './run-command.js';

const usage = `npm run dead-letters -- list                    events that could not be applied, in every service
npm run dead-letters -- show SERVICE ID         one of them, with its event (ids, codes and dates only)
npm run dead-letters -- replay SERVICE ID       put it back: it is tried at once, and its family's later events follow
${credentialsUsage}`;

interface Page {
  readonly items: readonly Record<string, unknown>[];
  readonly next: string | null;
}

async function listAll(ask: Ask): Promise<Record<string, unknown>[]> {
  const list = async (service: string): Promise<Record<string, unknown>[]> => {
    const found: Record<string, unknown>[] = [];
    for (let cursor = ''; ;) {
      const { items, next } = await ask<Page>('GET', `/${service}/v1/operations/dead-letters?limit=200${cursor}`);
      found.push(...items.map((item) => ({ service, ...item })));
      if (!next) return found;
      cursor = `&cursor=${encodeURIComponent(next)}`;
    }
  };
  return (await Promise.all(contexts.map(list))).flat();
}

await runCommand(usage, operatorOptions, async ({ values, positionals: [verb, service, id] }) => {
  const print = (answer: unknown): void => console.log(JSON.stringify(answer, null, 2));
  if (verb === 'list') return print(await listAll(await operatorApi(values)));
  if (verb !== 'show' && verb !== 'replay') throw new Misused('list, show or replay?');
  const at = `/${serviceNamed(service)}/v1/operations/dead-letters/${idNamed(id)}`;
  const ask = await operatorApi(values);
  print(verb === 'show' ? await ask('GET', at) : await ask('POST', `${at}:replay`));
});
