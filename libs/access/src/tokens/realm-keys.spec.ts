import { jest } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { RealmKeys } from './realm-keys.js';
import { TestRealm } from './test-realm.js';

const small = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'jwk' });

describe('the keys of a realm', () => {
  let realm: TestRealm;
  let keys: RealmKeys;
  /** The clock, which stands but for what a test says. */
  let ahead = 0;
  beforeAll(async () => (realm = await TestRealm.start()));
  afterAll(() => realm.stop());
  beforeEach(() => {
    ahead = 0;
    Object.assign(realm, { asked: 0, failure: undefined });
    realm.publish(realm.key);
    keys = new RealmKeys(`${realm.url}/certs`);
    jest.spyOn(performance, 'now').mockImplementation(() => ahead);
  });
  afterEach(() => void jest.restoreAllMocks());
  const settled = () => new Promise((resolve) => setTimeout(resolve, 60));

  it('are asked for once and kept', async () => {
    const key = await keys.find('first');
    expect(key?.asymmetricKeyType).toBe('rsa');
    expect(await keys.find('first')).toBe(key);
    expect(realm.asked).toBe(1);
  });

  it('are looked at again behind what is answered, once they are five minutes old', async () => {
    await keys.find('first');
    ahead = 299_000;
    await keys.find('first');
    await settled();
    expect(realm.asked).toBe(1);
    ahead = 301_000;
    realm.published = [];
    expect(await keys.find('first')).toBeDefined();
    ahead = 303_000;
    while (await keys.find('first')) await settled();
    expect(realm.asked).toBeGreaterThan(1);
  });

  it('stay while Keycloak is down, and are unavailable where they were never known', async () => {
    const unavailable = { kind: 'unavailable', problem: 'keycloak-unavailable' };
    for (const failure of [500, 'cut', 403] as const) {
      realm.failure = failure;
      await expect(new RealmKeys(`${realm.url}/certs`).find('first')).rejects.toMatchObject(unavailable);
    }
    realm.failure = undefined;
    await keys.find('first');
    realm.failure = 'cut';
    ahead = 2_000;
    await expect(keys.find('another')).rejects.toMatchObject(unavailable);
    expect(await keys.find('first')).toBeDefined();
  });

  it('are none where the realm is gone', async () => {
    realm.failure = 404;
    expect(await keys.find('first')).toBeUndefined();
  });

  it('that are too short are not used', async () => {
    realm.published = [{ ...small, kid: 'first', use: 'sig', alg: 'RS256' }];
    expect(await keys.find('first')).toBeUndefined();
  });
});
