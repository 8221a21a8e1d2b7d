import { readOperatorCredentials } from '../keycloak/operator-credentials.js';
import { operatorClient, operatorRealm } from '../keycloak/realm-names.js';
import { tokenForClient } from '../keycloak/tokens.js';

export type Ask = <T>(method: string, path: string, body?: object) => Promise<T>;

export const operatorOptions = { target: { type: 'string' }, credentials: { type: 'string' } } as const;

export const credentialsUsage = `
  --target URL         the platform's base address; the credentials' own unless given
  --credentials FILE   what npm start or npm run secrets wrote for operators; .data/credentials.json unless given
  --help               these lines`;

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
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${inWords(await answer.text())}`);
    return (await answer.json()) as T;
  };
}

interface Problem {
  readonly type?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly field: string; readonly rule: string }[];
}

/** A problem as a person reads it (RFC 9457): its slug, title, detail and fields. What is none is given as it came. */
export function inWords(text: string): string {
  try {
    const { type, title, detail, errors = [] } = JSON.parse(text) as Problem;
    const fields = errors.map(({ field, rule }) => `${field}: ${rule}`).join('; ');
    const said = [title, detail, fields]
      .filter(Boolean)
      .map((part = '') => part.replace(/\.$/, ''))
      .join('. ');
    return title ? `${type?.split('/').at(-1) ?? ''}: ${said}` : text;
  } catch {
    return text;
  }
}
