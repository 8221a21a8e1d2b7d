import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../operations/run-command.js';
import { repository } from '../platform/repository.js';
import { newInstallationSecrets, observabilityFiles, secretFiles } from './installation-secrets.js';

const usage = `npm run secrets    makes the secrets of an installation under Docker Compose, in secrets/ or HELHED_SECRETS; what is there stays

  --help           these lines`;

/** `npm run secrets`: makes the installation's secrets once. They are never overwritten: data would be lost with the keys. */
await runCommand(usage, {}, () => {
  const folder = process.env['HELHED_SECRETS'] ?? join(repository, 'secrets');
  // the folder is the operator's, whoever made it; the files in it are read by containers whose users differ
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
  const made = existsSync(join(folder, 'installation.json'));
  const missing = made ? {} : secretFiles(newInstallationSecrets());
  for (const [name, value] of Object.entries(observabilityFiles()))
    if (!existsSync(join(folder, name))) missing[name] = value;
  for (const [name, value] of Object.entries(missing))
    writeFileSync(join(folder, name), value, { mode: name.endsWith('.json') ? 0o400 : 0o444, flag: 'wx' });
  if (Object.keys(missing).length === 0)
    console.log(`${folder} has its secrets already / hemmelighederne findes allerede`);
  else console.log(`secrets written to ${folder}: back them up / hemmeligheder skrevet: tag en sikkerhedskopi`);
});
