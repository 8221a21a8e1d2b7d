import { clientSecretIn, pagesSecretIn } from './client-secret.js';

it('a service has another secret in each realm, always the same one', () => {
  const secrets = ['kommune-0450', 'kommune-0561'].map((realm) => clientSecretIn(realm, 'the service’s own'));
  expect(new Set(secrets).size).toBe(2);
  expect(clientSecretIn('kommune-0450', 'the service’s own')).toBe(secrets[0]);
  expect(clientSecretIn('kommune-0450', 'another service’s')).not.toBe(secrets[0]);
  expect(secrets.join()).not.toContain('the service');
});

it('the pages’ client has a secret of its own in each realm', () => {
  const secrets = ['kommune-0450', 'kommune-0561'].map((realm) => pagesSecretIn(realm, 'the service’s own'));
  expect(new Set([...secrets, clientSecretIn('kommune-0450', 'the service’s own')]).size).toBe(3);
});
