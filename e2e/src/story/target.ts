import {
  keepFresh,
  operatorClient,
  operatorRealm,
  readOperatorCredentials,
  tokenForClient,
  type ServiceClient,
} from '@helhed/local';

export interface Target {
  /** The one base URL of the five services. */
  readonly base: string;
  readonly keycloak: { readonly url: string; readonly username: string; readonly password: string };
  /** A token of the platform's operator. */
  readonly operator: () => Promise<string>;
  readonly serviceSecrets: Readonly<Record<ServiceClient, string>>;
  /** Its services are on this machine and may send to its loopback: a system of the story's can be told by webhook. */
  readonly sendsHere: boolean;
}

/**
 * A platform whose credentials stand in the file that `npm start` or `npm run secrets` wrote for operators. What `npm start`
 * runs sends to this machine; of another nobody knows.
 */
export function targetFrom(file?: string, base?: string): Target {
  const { target, keycloak, operatorSecret, serviceSecrets } = readOperatorCredentials(file, base);
  const operator = keepFresh(() => tokenForClient(keycloak.url, operatorRealm, operatorClient, operatorSecret));
  return { base: target, keycloak, operator, serviceSecrets, sendsHere: !file && !base };
}
