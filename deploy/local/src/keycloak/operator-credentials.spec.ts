import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOperatorCredentials } from './operator-credentials.js';

describe('an operator’s credentials', () => {
  const folder = mkdtempSync(join(tmpdir(), 'helhed-credentials-'));
  const file = join(folder, 'credentials.json');
  afterAll(() => rmSync(folder, { recursive: true }));

  const services = { referral: 'a', 'family-plan': 'b', scheduling: 'c', consent: 'd', reporting: 'e' };
  const whole = {
    keycloak: { username: 'admin', password: 'secret one' },
    operatorSecret: 'secret two',
    serviceSecrets: services,
  };
  const read = (written: object, target?: string) => {
    writeFileSync(file, JSON.stringify(written));
    return readOperatorCredentials(file, target);
  };

  it('find Keycloak below the platform’s address unless they say where it is', () => {
    expect(read(whole, 'https://helhed.example/').keycloak.url).toBe('https://helhed.example/auth');
    const elsewhere = { ...whole, keycloak: { ...whole.keycloak, url: 'http://127.0.0.1:1/auth' } };
    expect(read(elsewhere, 'https://helhed.example').keycloak.url).toBe('http://127.0.0.1:1/auth');
  });

  it('that are not whole are refused by the names of what is missing, without a secret', () => {
    const { consent: _, ...four } = services;
    const missing = { ...whole, serviceSecrets: four, keycloak: { password: 'secret one' } };
    const reading = () => read(missing);
    expect(reading).toThrow('lacks target, keycloak.username, serviceSecrets.consent');
    expect(reading).not.toThrow(/secret one|secret two/);
  });
});
