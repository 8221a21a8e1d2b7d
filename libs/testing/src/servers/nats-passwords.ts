import { randomBytes } from 'node:crypto';
import { contextsOfNats } from '@helhed/local';

export const natsPasswords = (): Record<string, string> =>
  Object.fromEntries(contextsOfNats.map((name) => [name, randomBytes(12).toString('hex')]));
