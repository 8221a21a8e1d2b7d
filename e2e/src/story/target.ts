import { readFileSync } from 'node:fs';
import { keepFresh, operatorClient, operatorRealm, tokenForClient, type ServiceClient } from '@helhed/local';
import { z } from 'zod';

const secret = z.string().min(1);

/** Where a platform is and what an operator needs to make a municipality on it. */
export const credentials = z.object({
  target: z.url().optional(),
  keycloak: z.object({ url: z.url().optional(), username: z.string(), password: secret }),
  operatorSecret: secret,
  serviceSecrets: z.strictObject({ referral: secret, 'family-plan': secret, scheduling: secret, consent: secret, reporting: secret }),
});

export interface Target {
  /** The one base URL of the five services; Keycloak is at `/auth` below it unless the credentials say otherwise. */
  readonly base: string;
  readonly keycloak: { readonly url: string; readonly username: string; readonly password: string };
  /** A token of the platform's operator. */
  readonly operator: () => Promise<string>;
  readonly serviceSecrets: Readonly<Record<ServiceClient, string>>;
}

/** Reads a target's credentials from the file that `npm start` or `npm run secrets` wrote. */
export function targetFrom(file: string, base?: string): Target {
  const read = credentials.parse(JSON.parse(readFileSync(file, 'utf8')));
  const at = (base ?? read.target ?? '').replace(/\/+$/, '');
  if (!at) throw new Error('--target says where the platform is');
  const { url = `${at}/auth`, username, password } = read.keycloak;
  const operator = keepFresh(() => tokenForClient(url, operatorRealm, operatorClient, read.operatorSecret));
  return { base: at, keycloak: { url, username, password }, operator, serviceSecrets: read.serviceSecrets };
}
