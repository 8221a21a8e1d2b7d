import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../platform/repository.js';
import { serviceClients, type ServiceClient } from './create-municipality.js';

/** What an operator needs to make a municipality on a platform; a file that only operators can read. */
export interface OperatorCredentials {
  /** The one base URL of the services and, at `/auth`, of Keycloak */
  readonly target: string;
  readonly keycloak: { readonly url: string; readonly username: string; readonly password: string };
  /** The secret of the client `operator` */
  readonly operatorSecret: string;
  readonly serviceSecrets: Readonly<Record<ServiceClient, string>>;
}

/** Where `npm start` leaves those of the platform that it runs. */
export const localCredentials = join(repository, '.data', 'credentials.json');

/** @throws Error that names what is missing in the file, and repeats no secret */
export function readOperatorCredentials(file = localCredentials, target?: string): OperatorCredentials {
  const read = JSON.parse(readFileSync(file, 'utf8')) as Partial<OperatorCredentials>;
  const base = (target ?? read.target ?? '').replace(/\/+$/, '');
  const { username = '', password = '', url = `${base}/auth` } = read.keycloak ?? {};
  const found: Record<string, string | undefined> = {
    target: base,
    'keycloak.username': username,
    'keycloak.password': password,
    operatorSecret: read.operatorSecret,
  };
  for (const name of serviceClients) found[`serviceSecrets.${name}`] = read.serviceSecrets?.[name];
  const missing = Object.keys(found).filter((name) => !found[name]);
  if (missing.length > 0) throw new Error(`${file} lacks ${missing.join(', ')}`);
  return { ...(read as OperatorCredentials), target: base, keycloak: { url, username, password } };
}
