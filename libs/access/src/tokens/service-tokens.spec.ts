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
    while ((await tokens.forMunicipality(nyborg)) === 'token-1') await new Promise((resolve) => setTimeout(resolve, 5));
    answer.status = 503;
    // each that is as short is renewed too, be it once more before Keycloak was down
    expect(await tokens.forMunicipality(nyborg)).toMatch(/^token-[23]$/);
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
    const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
    /** The first token lasts so long, those after it for good. */
    const beginsWith = async (seconds: number) => {
      answer.seconds = seconds;
      expect(await tokens.forMunicipality(nyborg)).toBe('token-1');
      answer.seconds = 300;
      return tokens.forMunicipality(nyborg);
    };

    it('that leaves more than a minute is kept', async () => {
      expect(await beginsWith(300)).toBe('token-1');
      await pause(80);
      expect([await tokens.forMunicipality(nyborg), asked.length]).toEqual(['token-1', 1]);
    });

    it('that leaves a minute serves while another is fetched, once', async () => {
      expect(await beginsWith(60)).toBe('token-1');
      while ((await tokens.forMunicipality(nyborg)) === 'token-1') await pause(5);
      expect([await tokens.forMunicipality(nyborg), asked.length]).toEqual(['token-2', 2]);
    });

    it('that leaves some seconds is used no more', async () => {
      expect(await beginsWith(4)).toBe('token-2');
      expect([await tokens.forMunicipality(nyborg), asked.length]).toEqual(['token-2', 2]);
    });

    it('that leaves a minute serves, though Keycloak is down, which is asked again and again', async () => {
      answer.seconds = 30;
      await tokens.forMunicipality(nyborg);
      answer.status = 500;
      while (asked.length < 3) {
        expect(await tokens.forMunicipality(nyborg)).toBe('token-1');
        await pause(5);
      }
    });
  });
});
