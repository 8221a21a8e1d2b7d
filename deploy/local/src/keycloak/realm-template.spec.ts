import { getGroundRules } from '@helhed/programmes';
import { readRealmTemplate } from './realm-template.js';

describe('the realm template', () => {
  const template = readRealmTemplate({
    realm: 'kommune-0450',
    displayName: 'Nyborg "ny" Kommune',
    municipality: '0450',
  });

  it('takes the municipality in, whatever its name is, and leaves Keycloak’s own placeholders', () => {
    expect(template.realm).toMatchObject({ realm: 'kommune-0450', displayName: 'Nyborg "ny" Kommune' });
    expect(template.userProfile.attributes?.[0]?.displayName).toBe('${username}');
    expect(JSON.stringify(template)).not.toMatch(/\$\{[A-Z_]+\}/);
  });

  it('gives the municipality’s claim a fixed value and the operator’s to no municipality', () => {
    const claims = template.municipalityScope.protocolMappers?.map(({ config }) => config as Record<string, string>);
    expect(claims?.find((config) => config['claim.name'] === 'municipality')?.['claim.value']).toBe('0450');
    expect(claims?.map((config) => config['claim.name'])).not.toContain('operator');
  });

  it('lets people edit nothing about themselves, and nobody give functions on a user', () => {
    for (const { name, permissions } of template.userProfile.attributes ?? [])
      expect(permissions?.edit).toEqual(name === 'functions' ? [] : ['admin']);
    expect(template.userProfile.unmanagedAttributePolicy).toBeUndefined();
  });

  it('gives tokens ten seconds less than the ground rules let them live, on every day that these know', () => {
    const { minutes } = getGroundRules().token;
    const lifespan = Math.min(...minutes.map(({ value }) => value * 60)) - 10;
    const { accessTokenLifespan, accessTokenLifespanForImplicitFlow } = template.realm;
    expect([accessTokenLifespan, accessTokenLifespanForImplicitFlow]).toEqual([lifespan, lifespan]);
  });
});
