import { writeFileSync } from 'node:fs';
import { runCommand } from '../operations/run-command.js';
import { composeConfig, composeConfigFile } from './compose-config.js';

const usage = `npm run nats:config    writes deploy/nats/nats.conf, what NATS under Docker Compose grants each service, from the code

  --help               these lines`;

await runCommand(usage, {}, () => writeFileSync(composeConfigFile, composeConfig()));
