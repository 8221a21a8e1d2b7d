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
}

/** A platform whose credentials stand in the file that `npm start` or `npm run secrets` wrote for operators. */
export function targetFrom(file?: string, base?: string): Target {
  const { target, keycloak, operatorSecret, serviceSecrets } = readOperatorCredentials(file, base);
  const operator = keepFresh(() => tokenForClient(keycloak.url, operatorRealm, operatorClient, operatorSecret));
  return { base: target, keycloak, operator, serviceSecrets };
}
