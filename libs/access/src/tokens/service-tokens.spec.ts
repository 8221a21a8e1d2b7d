import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { clientSecretIn, municipalityCode } from '@helhed/kernel';
import { AllowedIssuers } from './allowed-issuers.js';
import { ServiceTokens } from './service-tokens.js';

describe('a service’s own token', () => {
  const nyborg = municipalityCode('0450');
  const issuers = new AllowedIssuers(async () => [
    { code: nyborg, issuer: 'https://helhed.example/auth/realms/kommune-0450' },
  ]);
  let asked: string[];
  let answer: { status: number; seconds: number };
  let keycloak: Server;
  let tokens: ServiceTokens;

  beforeEach(async () => {
    asked = [];
    answer = { status: 200, seconds: 300 };
    keycloak = createServer(async (request, response) => {
      asked.push(`${request.url} ${await text(request)}`);
      response.statusCode = answer.status;
      response.end(JSON.stringify({ access_token: `token-${asked.length}`, expires_in: answer.seconds }));
    });
    await new Promise<void>((resolve) => keycloak.listen(0, '127.0.0.1', resolve));
    const keycloakUrl = `http://127.0.0.1:${(keycloak.address() as AddressInfo).port}/auth`;
    tokens = new ServiceTokens(issuers, { keycloakUrl, service: 'family-plan', secret: 'a secret' });
  });

  afterEach(async () => {
    keycloak.closeAllConnections();
    await new Promise((resolve) => keycloak.close(resolve));
  });

  it('is asked for once, however many need it at once, and kept', async () => {
    const many = await Promise.all(Array.from({ length: 20 }, () => tokens.forMunicipality(nyborg)));
    expect(new Set([...many, await tokens.forMunicipality(nyborg)])).toEqual(new Set(['token-1']));
    const secret = clientSecretIn('kommune-0450', 'a secret');
    expect(asked).toEqual([
      `/auth/realms/kommune-0450/protocol/openid-connect/token grant_type=client_credentials&client_id=family-plan&client_secret=${secret}`,
    ]);
  });

  it('is renewed before it expires; meanwhile, and while Keycloak is down, the old one serves', async () => {
    answer.seconds = 30;
    expect(await tokens.forMunicipality(nyborg)).toBe('token-1');
    expect(await tokens.forMunicipality(nyborg)).toBe('token-1');
    while (asked.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 50));
    answer.status = 503;
    expect(await tokens.forMunicipality(nyborg)).toBe('token-2');
  });

  it('is unavailable when Keycloak is down or refuses, or the municipality is unknown', async () => {
    await expect(tokens.forMunicipality(municipalityCode('0999'))).rejects.toMatchObject({
      problem: 'service-token-refused',
    });
    answer.status = 401;
    await expect(tokens.forMunicipality(nyborg)).rejects.toMatchObject({
      problem: 'service-token-refused',
      kind: 'unavailable',
    });
    answer.status = 500;
    await expect(tokens.forMunicipality(nyborg)).rejects.toMatchObject({ problem: 'keycloak-unavailable' });
    answer.status = 200;
    expect(await tokens.forMunicipality(nyborg)).toMatch(/^token-/);
  });

  it('says in both languages that Keycloak gives none', async () => {
    await expect(tokens.forMunicipality(municipalityCode('0999'))).rejects.toMatchObject({
      kind: 'unavailable',
      detail: { da: expect.stringMatching(/adgangstoken\.$/), en: expect.stringMatching(/access token\.$/) },
    });
    expect(asked).toEqual([]);
  });

  it('is unavailable where Keycloak cannot be reached', async () => {
    const options = { keycloakUrl: 'http://127.0.0.1:1/auth', service: 'family-plan', secret: 'a secret' };
    await expect(new ServiceTokens(issuers, options).forMunicipality(nyborg)).rejects.toMatchObject({
      problem: 'keycloak-unavailable',
    });
  });

  describe('of a lifetime', () => {
    const settled = () => new Promise((resolve) => setTimeout(resolve, 80));
    const got = async (seconds: number) => {
      answer.seconds = seconds;
      const first = await tokens.forMunicipality(nyborg);
      answer.seconds = 300;
      const second = await tokens.forMunicipality(nyborg);
      await settled();
      return [first, second, await tokens.forMunicipality(nyborg), asked.length];
    };

    it('that leaves more than a minute is kept', async () => {
      expect(await got(300)).toEqual(['token-1', 'token-1', 'token-1', 1]);
      expect((await got(300)).at(-1)).toBe(1);
    });

    it('that leaves a minute serves while another is fetched', async () => {
      expect(await got(60)).toEqual(['token-1', 'token-1', 'token-2', 2]);
    });

    it('that leaves some seconds is used no more', async () => {
      expect(await got(4)).toEqual(['token-1', 'token-2', 'token-2', 2]);
    });

    it('that leaves a minute serves, though Keycloak is down', async () => {
      answer.seconds = 30;
      await tokens.forMunicipality(nyborg);
      answer.status = 500;
      expect(await tokens.forMunicipality(nyborg)).toBe('token-1');
      await settled();
      expect(await tokens.forMunicipality(nyborg)).toBe('token-1');
      await settled();
      expect(asked.length).toBe(3);
    });
  });
});
