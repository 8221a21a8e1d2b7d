import { keycloakUnavailable, tokenMissing, TokenRefused } from './token-refused.js';
import { realmOf, realmUrl } from './realm-url.js';

const issuer = 'https://helhed.example/auth/realms/kommune-0450';

it('a realm is named by the last part of its issuer, and reached where services reach Keycloak', () => {
  expect(realmOf(issuer)).toBe('kommune-0450');
  for (const url of ['http://keycloak:8080/auth', 'http://keycloak:8080/auth/', 'http://keycloak:8080/auth//'])
    expect(realmUrl(url, issuer)).toBe('http://keycloak:8080/auth/realms/kommune-0450');
});

it.each([
  [new TokenRefused('sub'), 'unauthenticated', 'token-refused'],
  [tokenMissing(), 'unauthenticated', 'token-missing'],
  [keycloakUnavailable(), 'unavailable', 'keycloak-unavailable'],
])(
  'what keeps a token from being taken is told in both languages, and not which rule it broke: row %#',
  (error, kind, problem) => {
    expect(error).toMatchObject({ kind, problem });
    expect(error.detail.da).toMatch(/dgangstoken/);
    expect(error.detail.en).toMatch(/access token/);
    expect(error.detail.en).not.toMatch(/\bsub\b/);
  },
);
