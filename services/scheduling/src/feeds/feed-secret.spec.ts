import { municipalityCode } from '@helhed/kernel';
import { hashOfSecret, municipalityOfSecret, newFeedSecret } from './feed-secret.js';

describe('a feed secret', () => {
  const secret = newFeedSecret(municipalityCode('0450'));

  it('says which municipality it belongs to and is never the same twice', () => {
    expect(municipalityOfSecret(secret)).toBe('0450');
    expect(newFeedSecret(municipalityCode('0450'))).not.toBe(secret);
  });

  it('is kept as a hash of 32 octets', () => expect(hashOfSecret(secret)).toHaveLength(32));

  it.each(['', '0450', '0450-short', `045x-${'a'.repeat(43)}`, `${secret}=`, `${secret}a`, "0450-' or 1=1"])(
    'refuses %p',
    (text) => expect(municipalityOfSecret(text)).toBeUndefined(),
  );
});
