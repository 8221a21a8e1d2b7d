import { randomBytes } from 'node:crypto';
import { contexts } from '@helhed/contracts';
import { setUpUser } from '@helhed/local';

export const natsPasswords = (): Record<string, string> =>
  Object.fromEntries([...contexts, setUpUser].map((name) => [name, randomBytes(12).toString('hex')]));
