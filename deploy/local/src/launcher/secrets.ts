import { newInstallationSecrets, type InstallationSecrets } from '../compose/installation-secrets.js';
import { dataFile, readJson, writeJson } from './data-folder.js';

/** The installation's secrets, made at its first start and kept in the data folder. */
export function installationSecrets(): InstallationSecrets {
  const file = dataFile('secrets.json');
  const kept = readJson<InstallationSecrets>(file);
  // one that was made before a user of NATS was added gets that user's password
  const fresh = newInstallationSecrets();
  if (kept !== undefined && Object.keys(fresh.nats).every((user) => user in kept.nats)) return kept;
  const made = { ...fresh, ...kept, nats: { ...fresh.nats, ...kept?.nats } };
  writeJson(file, made);
  return made;
}
