import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Json = Record<string, unknown>;

const part = (json: object): string => Buffer.from(JSON.stringify(json)).toString('base64url');

function signed(header: Json, claims: Json, key: KeyObject): string {
  const text = `${part(header)}.${part(claims)}`;
  return `${text}.${createSign('sha256').update(text).sign(key).toString('base64url')}`;
}

const keyed = (header: Json, claims: Json, secret: string): string => {
  const text = `${part({ ...header, alg: 'HS256' })}.${part(claims)}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
};

export interface Forger {
  readonly tokens: Readonly<Record<string, string>>;
  /** How often somebody fetched the forger's keys: nobody may. */
  fetched(): number;
  stop(): Promise<void>;
}

/** Tokens that say all that a good one says and more, signed by a key of somebody else's. */
export async function signedByOthers(good: string): Promise<Forger> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' };
  let fetched = 0;
  const server = createServer((_request, response) => {
    fetched += 1;
    response.end(JSON.stringify({ keys: [{ ...jwk, kid: 'ours' }] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/certs`;

  const [head = '', body = ''] = good.split('.');
  const read = (text: string) => JSON.parse(Buffer.from(text, 'base64url').toString()) as Json;
  const header = read(head);
  const now = Math.floor(Date.now() / 1000);
  const claims: Json = { ...read(body), iat: now, exp: now + 240, functions: ['visitation:triager'] };
  const by = (headers: Json, more: Json = {}) => signed({ ...header, ...headers }, { ...claims, ...more }, privateKey);
  const tokens = {
    'signed by another key under the realm’s key id': by({}),
    'signed by the key that its header brings': by({ jwk, kid: 'ours' }),
    'signed by a key at its header’s jku': by({ jku: url, kid: 'ours' }),
    'signed by a key at its header’s x5u': by({ x5u: url, kid: 'ours' }),
    'signed by a key whose id is a path': by({ kid: '../../../../dev/null' }),
    'signed by a key whose id is an address': by({ kid: url }),
    'signed by a key whose id is SQL': by({ kid: "x' UNION SELECT 'key" }),
    'keyed by nothing under a path as key id': keyed({ ...header, kid: '/dev/null' }, claims, ''),
    'of an issuer that the forger runs': by({ kid: 'ours' }, { iss: url.replace('/certs', '') }),
    'not valid yet': by({}, { nbf: now + 3_600 }),
    'with a header that must be understood': by({ crit: ['b64'], b64: false }),
  };
  return {
    tokens,
    fetched: () => fetched,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
