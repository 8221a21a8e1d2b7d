import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Publishes a key as a Keycloak realm does and signs tokens with it, so that these tests need not start Keycloak. */
export async function startTokenIssuer() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'only', use: 'sig', alg: 'RS256' }];
  const server = createServer((_request, response) => response.end(JSON.stringify({ keys })));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/auth`;
  const token = (claims: object): string => {
    const now = Math.floor(Date.now() / 1000);
    const times = { iat: now, exp: now + 300, typ: 'Bearer', aud: 'helhed', azp: 'club-app', sub: 'a-rower' };
    const signed = `${part({ alg: 'RS256', typ: 'JWT', kid: 'only' })}.${part({ ...times, ...claims })}`;
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`;
  };
  const issuer = `${url}/realms/kommune-0450`;
  return {
    url,
    issuer,
    operatorIssuer: `${url}/realms/operators`,
    rower: (claims: object = {}) =>
      token({ iss: issuer, municipality: '0450', functions: ['boathouse:rower'], ...claims }),
    baker: () => token({ iss: issuer, municipality: '0450', functions: ['bakery:baker'], sub: 'a-baker' }),
    operator: () => token({ iss: `${url}/realms/operators`, operator: true }),
    stop: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  };
}
