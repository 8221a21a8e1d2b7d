import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { MunicipalityCode } from '@helhed/kernel';

/** The service's keys: 32 bytes each, base64. `current` encrypts; the others still decrypt; `index` makes blind indexes. */
export interface DataKeys {
  readonly current: string;
  readonly keys: Readonly<Record<string, string>>;
  readonly index: string;
}

const nonceBytes = 12;
const tagBytes = 16;

/**
 * Encrypts what names a person: AES-256-GCM (NIST SP 800-38D). A value holds its key's id, a random nonce, the tag and
 * the ciphertext; municipality and place (`table.column:row`) are associated data, so a value moved elsewhere does not open.
 */
export class PersonalData {
  readonly #keys: Map<string, Buffer>;
  readonly #current: string;
  readonly #index: Buffer;
  readonly #indexKeys = new Map<string, Buffer>();

  constructor(keys: DataKeys) {
    this.#keys = new Map(Object.entries(keys.keys).map(([id, key]) => [id, bytes32(key)]));
    this.#current = keys.current;
    this.#index = bytes32(keys.index);
    if (!this.#keys.has(keys.current)) throw new Error('DATA_KEYS: the current key is not among the keys');
  }

  encrypt(municipality: MunicipalityCode, place: string, text: string): Buffer {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', this.#key(this.#current), nonce);
    cipher.setAAD(Buffer.from(`${municipality}|${place}`));
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    const keyId = Buffer.from(this.#current);
    return Buffer.concat([Buffer.from([keyId.length]), keyId, nonce, cipher.getAuthTag(), body]);
  }

  /** @throws when the value was altered, moved to another place or municipality, or its key is not at hand */
  decrypt(municipality: MunicipalityCode, place: string, value: Buffer): string {
    const afterId = 1 + (value[0] ?? 0);
    const nonceEnd = afterId + nonceBytes;
    const decipher = createDecipheriv(
      'aes-256-gcm',
      this.#key(value.subarray(1, afterId).toString()),
      value.subarray(afterId, nonceEnd),
      { authTagLength: tagBytes },
    );
    decipher.setAAD(Buffer.from(`${municipality}|${place}`));
    decipher.setAuthTag(value.subarray(nonceEnd, nonceEnd + tagBytes));
    return decipher.update(value.subarray(nonceEnd + tagBytes), undefined, 'utf8') + decipher.final('utf8');
  }

  /** A keyed fingerprint to find equal values by; a plain hash of a CPR number can be reversed by trying them all. */
  blindIndex(municipality: MunicipalityCode, field: string, value: string): Buffer {
    let key = this.#indexKeys.get(municipality);
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', this.#index, municipality, 'helhed blind index', 32));
      this.#indexKeys.set(municipality, key);
    }
    return createHmac('sha256', key).update(`${field}|${value}`).digest();
  }

  #key(id: string): Buffer {
    const key = this.#keys.get(id);
    if (!key) throw new Error(`no data key ${id}`);
    return key;
  }
}

function bytes32(base64: string): Buffer {
  const key = Buffer.from(base64, 'base64');
  if (key.length !== 32) throw new Error('DATA_KEYS: a key is 32 bytes in base64');
  return key;
}
