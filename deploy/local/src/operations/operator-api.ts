import { readOperatorCredentials } from '../keycloak/operator-credentials.js';
import { operatorClient, operatorRealm } from '../keycloak/realm-names.js';
import { tokenForClient } from '../keycloak/tokens.js';

export type Ask = <T>(method: string, path: string, body?: object) => Promise<T>;

/** Asks the services as an operator, one of those commands whose options these are. */
export async function operatorApi(options: { credentials?: string; target?: string }): Promise<Ask> {
  const { target, keycloak, operatorSecret } = readOperatorCredentials(options.credentials, options.target);
  const token = await tokenForClient(keycloak.url, operatorRealm, operatorClient, operatorSecret);
  return async <T>(method: string, path: string, body?: object): Promise<T> => {
    const headers = {
      authorization: `Bearer ${token}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
    };
    const answer = await fetch(`${target}${path}`, { method, headers, body: body && JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
}
