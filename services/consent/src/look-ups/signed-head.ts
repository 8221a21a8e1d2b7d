import { createPrivateKey, createPublicKey, hkdfSync, sign, verify, type KeyObject } from 'node:crypto';
import type { DataKeys } from '@helhed/database';
import { z } from 'zod';

export const signedHead = z.strictObject({
  municipality: z.string(),
  pos: z.int().positive(),
  /** Hexadecimal. */
  link: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime(),
  /** The id of the key that signed, and the public key itself (SPKI, base64), for whoever checks without the service. */
  key: z.string(),
  publicKey: z.base64(),
  /** Ed25519 (RFC 8032) over the fields before it, base64. */
  signature: z.base64(),
});
export type SignedHead = z.infer<typeof signedHead>;
export type Head = Pick<SignedHead, 'municipality' | 'pos' | 'link' | 'at'>;

// PKCS #8 of an Ed25519 private key (RFC 8410), up to its 32 bytes
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * The keys that sign the register's head, one for each of the service's data keys and under its id: a new data key brings
 * a new signing key, and heads that older ones signed are checked for as long as these are kept.
 */
export class HeadKeys {
  /** @param dataKeys read when first needed: the service is described without its secrets */
  constructor(readonly dataKeys: () => Pick<DataKeys, 'current' | 'keys'>) {}

  sign(head: Head): SignedHead {
    const { current } = this.dataKeys();
    const key = this.#key(current);
    if (!key) throw new Error('DATA_KEYS: the current key is not among the keys');
    const unsigned = { ...head, key: current, publicKey: publicOf(key) };
    return { ...unsigned, signature: sign(null, signedText(unsigned), key).toString('base64') };
  }

  check(head: SignedHead): 'good' | 'signature-invalid' | 'key-unknown' {
    const key = this.#key(head.key);
    if (!key) return 'key-unknown';
    // the public key in it is signed too
    return verify(null, signedText(head), createPublicKey(key), Buffer.from(head.signature, 'base64'))
      ? 'good'
      : 'signature-invalid';
  }

  #key(id: string): KeyObject | undefined {
    const dataKey = this.dataKeys().keys[id];
    return dataKey === undefined ? undefined : signingKey(dataKey);
  }
}

function signingKey(dataKey: string): KeyObject {
  const seed = hkdfSync('sha256', Buffer.from(dataKey, 'base64'), '', 'helhed look-up heads', 32);
  return createPrivateKey({ key: Buffer.concat([pkcs8, Buffer.from(seed)]), format: 'der', type: 'pkcs8' });
}

const publicOf = (key: KeyObject): string =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64');

const signedText = ({ municipality, pos, link, at, key, publicKey }: Omit<SignedHead, 'signature'>): Buffer =>
  Buffer.from(JSON.stringify(['helhed look-up head', municipality, pos, link, at, key, publicKey]));
