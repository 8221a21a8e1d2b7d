import { randomBytes } from 'node:crypto';
import { contexts } from '@helhed/contracts';

export const natsPasswords = (): Record<string, string> =>
  Object.fromEntries(contexts.map((name) => [name, randomBytes(12).toString('hex')]));
