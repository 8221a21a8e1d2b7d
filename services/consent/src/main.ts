import { startService } from '@helhed/web';
import { requireOwners } from './config.js';
import { consent } from './service.js';

requireOwners();
await startService(consent);
