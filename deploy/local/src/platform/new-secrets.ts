import { randomBytes } from 'node:crypto';
import { contexts, type Context } from '@helhed/contracts';
import { databaseRoles, type RolePasswords } from '../postgres/service-database.js';

/** A password of 144 random bits, of letters and digits. */
export const newPassword = (): string => randomBytes(18).toString('hex');

/** DATA_KEYS of one service: one encryption key and the key of its blind index. */
export function newDataKeys(): string {
  const key = (): string => randomBytes(32).toString('base64');
  return JSON.stringify({ current: 'k1', keys: { k1: key() }, index: key() });
}

export const newRolePasswords = (): RolePasswords =>
  Object.fromEntries(databaseRoles.map((role) => [role, newPassword()])) as RolePasswords;

export const perService = <T>(make: (service: Context) => T): Record<Context, T> =>
  Object.fromEntries(contexts.map((service) => [service, make(service)])) as Record<Context, T>;
