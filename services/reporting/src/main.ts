import { startService } from '@helhed/web';
import { requireOwners } from './config.js';
import { reporting } from './service.js';

requireOwners();
await startService(reporting);
