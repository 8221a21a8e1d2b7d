import { parseArgs } from 'node:util';
import { contexts } from '@helhed/contracts';
import { operatorApi } from './operator-api.js';

const usage = `npm run snapshots -- tell SERVICE MUNICIPALITY          the service tells its consumers all that it owns there
npm run snapshots -- restored SERVICE --since INSTANT   after its database was restored to that instant: its consumers come back
                                                        to what it says, and the others publish to it again what it lost
npm run snapshots -- count MUNICIPALITY                 after that, when all is drained: figures are counted again from facts

  --target URL         the platform's base address; the credentials' own unless given
  --credentials FILE   what npm start or npm run secrets wrote for operators; .data/credentials.json unless given`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { target: { type: 'string' }, credentials: { type: 'string' }, since: { type: 'string' } },
});

async function run([verb, name = '', municipality = '']: readonly string[]): Promise<unknown> {
  const service = contexts.find((context) => context === name);
  const ask = await operatorApi(values);
  if (verb === 'tell' && service && municipality)
    return ask('POST', `/${service}/v1/operations/snapshots:publish`, { municipality });
  if (verb === 'count' && name)
    return ask('POST', '/reporting/v1/operations/read-models:rebuild', { municipality: name });
  if (verb !== 'restored' || !service || !values.since) throw new Error(usage);
  const since = new Date(values.since).toISOString();
  const renewed = await ask<object>('POST', `/${service}/v1/operations/incarnation:renew`);
  const others = contexts.filter((context) => context !== service);
  const republished = await Promise.all(
    others.map(async (other) => {
      const { events } = await ask<{ events: number }>('POST', `/${other}/v1/operations/outbox:republish`, { since });
      return [other, events] as const;
    }),
  );
  return { [service]: renewed, republished: Object.fromEntries(republished) };
}

run(positionals).then(
  (answer) => console.log(JSON.stringify(answer, null, 2)),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
