import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';

/** The same head, signed with a key of the signer's own under the name of the service's. */
export function foreignHead(line: string): string {
  const head = JSON.parse(line) as Record<'municipality' | 'pos' | 'link' | 'at' | 'key', unknown>;
  const { publicKey, privateKey } = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { format: 'der', type: 'spki' },
    privateKeyEncoding: { format: 'der', type: 'pkcs8' },
  });
  const key = createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' });
  const text = ['helhed look-up head', head.municipality, head.pos, head.link, head.at, head.key];
  const own = publicKey.toString('base64');
  const signature = sign(null, Buffer.from(JSON.stringify([...text, own])), key).toString('base64');
  return JSON.stringify({ ...head, publicKey: own, signature });
}
