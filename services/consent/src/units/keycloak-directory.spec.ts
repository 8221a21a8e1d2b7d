import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AllowedIssuers } from '@helhed/access';
import { municipalityCode } from '@helhed/kernel';
import { KeycloakDirectory } from './keycloak-directory.js';

const nyborg = municipalityCode('0450');

describe('an account in the municipality’s Keycloak', () => {
  let keycloak: Server;
  let directory: KeycloakDirectory;
  const asked: (string | undefined)[] = [];
  const pia = { id: 'pia', username: 'pia', firstName: 'Pia', lastName: 'Pædagog' };
  let status = 200;

  beforeAll(async () => {
    keycloak = createServer((request, response) => {
      asked.push(request.url);
      response.statusCode = status;
      response.end(JSON.stringify(pia));
    });
    await new Promise<void>((resolve) => keycloak.listen(0, '127.0.0.1', resolve));
    const issuers = new AllowedIssuers(async () => [
      { code: nyborg, issuer: 'https://helhed.example/auth/realms/kommune-0450' },
    ]);
    const tokens = { forMunicipality: async () => 'a token' };
    const { port } = keycloak.address() as AddressInfo;
    directory = new KeycloakDirectory(issuers, tokens as never, () => `http://127.0.0.1:${port}/auth`);
  });
  afterAll(async () => {
    keycloak.closeAllConnections();
    await new Promise((resolve) => keycloak.close(resolve));
  });

  it('is read by its id', async () => {
    expect(await directory.user(nyborg, '../pia')).toEqual(pia);
    expect(asked).toEqual(['/auth/admin/realms/kommune-0450/users/..%2Fpia']);
  });

  it('that is gone is null; any other answer is none', async () => {
    status = 404;
    expect(await directory.user(nyborg, 'pia')).toBeNull();
    for (status of [403, 500])
      await expect(directory.user(nyborg, 'pia')).rejects.toThrow(`Keycloak answered ${status}`);
  });
});
