import { migrate } from '@helhed/database';
import { readConfig } from '@helhed/web';
import { z } from 'zod';
import { migrations } from './migrations/migrations.js';

const { DATABASE_OWNER_URL } = readConfig(z.object({ DATABASE_OWNER_URL: z.url() }));
for (const name of await migrate(DATABASE_OWNER_URL, migrations)) process.stdout.write(`${name}\n`);
