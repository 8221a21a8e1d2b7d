import { createHmac, createSecretKey } from 'node:crypto';
import type { PersonalData } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';
import { Refused } from './refused.js';
import type { Actor } from './tokens.js';

const secret = createSecretKey('of the bench', 'utf8');
const hmac = (value: unknown): Buffer => createHmac('sha256', secret).update(JSON.stringify(value)).digest();

/** What tells a repeated request: who sent it where under which key, and with which body. */
export function idempotencyClaim({ issuer, azp, sub }: Actor, route: string, key: unknown, body: unknown) {
  if (typeof key !== 'string' || key.length === 0 || key.length > 200)
    throw new Refused(400, 'idempotency-key-required');
  return { keyHash: hmac([issuer, azp, sub, route, key]), bodyHmac: hmac(body) };
}

/** The same for the same submission, whatever the order of its fields. */
export const contentHmac = (keys: PersonalData, municipality: MunicipalityCode, submission: object): Buffer =>
  keys.blindIndex(municipality, 'referral.content', JSON.stringify(submission, inOrder));

function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
