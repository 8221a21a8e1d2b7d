import { municipalityNamed, serviceNamed } from './names.js';
import { credentialsUsage, operatorApi, operatorOptions } from './operator-api.js';
import { restored } from './restored.js';
import { Misused, runCommand } from './run-command.js';

const usage = `npm run snapshots -- tell SERVICE MUNICIPALITY          the service tells its consumers all that it owns there
npm run snapshots -- restored SERVICE --since INSTANT   after its database was restored to that instant: its consumers come back
                                                        to what it says, and the others publish to it again what it lost;
                                                        of consent, what they know to be withdrawn is taken back first
npm run snapshots -- count MUNICIPALITY                 after that, when all is drained: figures are counted again from facts
${credentialsUsage}`;

const options = { ...operatorOptions, since: { type: 'string' } } as const;

await runCommand(usage, options, async ({ values, positionals: [verb, ...named] }) => {
  const print = (answer: unknown): void => console.log(JSON.stringify(answer, null, 2));
  if (verb === 'tell') {
    const [service, municipality] = [serviceNamed(named[0]), municipalityNamed(named[1])];
    const ask = await operatorApi(values);
    return print(await ask('POST', `/${service}/v1/operations/snapshots:publish`, { municipality }));
  }
  if (verb === 'count') {
    const municipality = municipalityNamed(named[0]);
    const ask = await operatorApi(values);
    return print(await ask('POST', '/reporting/v1/operations/read-models:rebuild', { municipality }));
  }
  if (verb !== 'restored') throw new Misused('tell, restored or count?');
  const [service, since] = [serviceNamed(named[0]), instant(values.since)];
  print(await restored(await operatorApi(values), service, since));
});

function instant(text = ''): string {
  const time = Date.parse(text);
  if (/^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(time)) return new Date(time).toISOString();
  throw new Misused('--since is the instant that the database was restored to, such as 2026-11-02T03:00:00Z');
}
