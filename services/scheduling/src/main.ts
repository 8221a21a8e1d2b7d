import { startService } from '@helhed/web';
import { requireOwners } from './config.js';
import { scheduling } from './service.js';

requireOwners();
await startService(scheduling);
