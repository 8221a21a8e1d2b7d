import { newInstallationSecrets, type InstallationSecrets } from '../compose/installation-secrets.js';
import { dataFile, readJson, writeJson } from './data-folder.js';

/** The installation's secrets, made at its first start and kept in the data folder. */
export function installationSecrets(): InstallationSecrets {
  const file = dataFile('secrets.json');
  const kept = readJson<InstallationSecrets>(file);
  if (kept !== undefined) return kept;
  const made = newInstallationSecrets();
  writeJson(file, made);
  return made;
}
