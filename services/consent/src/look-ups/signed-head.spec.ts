import { createPublicKey, randomBytes, verify } from 'node:crypto';
import { HeadKeys, signedHead, type SignedHead } from './signed-head.js';

const keys = Object.fromEntries(['k1', 'k2'].map((id) => [id, randomBytes(32).toString('base64')]));
const head = { municipality: '0450', pos: 41, link: 'ab'.repeat(32), at: '2026-10-05T00:00:00.000Z' };

describe('the signed head', () => {
  const before = new HeadKeys(() => ({ current: 'k1', keys: { k1: keys['k1'] as string } }));
  const rotated = new HeadKeys(() => ({ current: 'k2', keys }));

  it('is good to whoever has its key, after the keys were rotated too', () => {
    const [old, new_] = [before.sign(head), rotated.sign(head)];
    expect([old.key, new_.key]).toEqual(['k1', 'k2']);
    expect([rotated.check(old), rotated.check(new_), before.check(old)]).toEqual(['good', 'good', 'good']);
    expect(before.check(new_)).toBe('key-unknown');
  });

  it.each<[string, Partial<SignedHead>]>([
    ['position', { pos: 40 }],
    ['link', { link: 'ac'.repeat(32) }],
    ['time', { at: '2026-10-06T00:00:00.000Z' }],
    ['municipality', { municipality: '0561' }],
    ['signature', { signature: randomBytes(64).toString('base64') }],
    ['public key', { publicKey: rotated.sign(head).publicKey }],
  ])('with another %s is invalid', (_, changes) => {
    expect(before.check({ ...before.sign(head), ...changes })).toBe('signature-invalid');
  });

  it('can be checked with the public key in it alone', () => {
    const { signature, publicKey, ...rest } = before.sign(head);
    const text = ['helhed look-up head', rest.municipality, rest.pos, rest.link, rest.at, rest.key, publicKey];
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    expect(verify(null, Buffer.from(JSON.stringify(text)), key, Buffer.from(signature, 'base64'))).toBe(true);
  });

  it('is signed as it was by earlier versions: heads that stand on other storage stay good', () => {
    const fixed = new HeadKeys(() => ({ current: 'k1', keys: { k1: Buffer.alloc(32, 7).toString('base64') } }));
    expect(fixed.sign(head)).toEqual({
      ...head,
      key: 'k1',
      publicKey: 'MCowBQYDK2VwAyEApJk4UhJq7QnIm6Ch/eaoqA1Pr2utLRx8kPa9ip0Ze3k=',
      signature: '8sRpTCBBIBqsreQ+SRR2rpYYhb296H9teQ6PXnBUTga85yOCY9LBmaGrlayQWtNbMkFQoTOjGnGI4rFX5bgQBQ==',
    });
  });

  it('is not signed without a key', () => {
    const lost = new HeadKeys(() => ({ current: 'k3', keys: { k1: keys['k1'] as string } }));
    expect(() => lost.sign(head)).toThrow(/DATA_KEYS/);
  });

  it('is read as it was written, and nothing else is', () => {
    const written = before.sign(head);
    const read = (changes: object) => signedHead.safeParse({ ...written, ...changes }).success;
    expect(read({})).toBe(true);
    const links = ['ab', 'AB'.repeat(32), `${head.link}0`, `0${head.link}`, 'xy'.repeat(32)];
    const wrong = [
      ...links.map((link) => ({ link })),
      { pos: 0 },
      { at: 'yesterday' },
      { publicKey: '?' },
      { more: 1 },
    ];
    expect(wrong.filter(read)).toEqual([]);
  });
});
