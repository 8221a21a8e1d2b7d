import { startService } from '@helhed/web';
import { requireOwners } from './config.js';
import { familyPlan } from './service.js';

requireOwners();
await startService(familyPlan);
