import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { Context } from '@helhed/contracts';

/** The root of the repository; this file is compiled to deploy/local/dist/platform. */
export const repository = fileURLToPath(new URL('../../../../', import.meta.url));

export const serviceFile = (service: Context, file: 'main' | 'migrate'): string =>
  join(repository, 'services', service, 'dist/src', `${file}.js`);
