import { createHash, randomBytes } from 'node:crypto';
import { isMunicipalityCode, type MunicipalityCode } from '@helhed/kernel';

/** 256 random bits behind the municipality's code, which says whose rows to look in; only its hash is stored. */
export const newFeedSecret = (municipality: MunicipalityCode): string =>
  `${municipality}-${randomBytes(32).toString('base64url')}`;

export const hashOfSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();

export function municipalityOfSecret(secret: string): MunicipalityCode | undefined {
  const [code = '', rest = ''] = [secret.slice(0, 4), secret.slice(4)];
  return isMunicipalityCode(code) && /^-[\w-]{43}$/.test(rest) ? code : undefined;
}
