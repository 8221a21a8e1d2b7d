import { startService } from '@helhed/web';
import { requireOwners } from './config.js';
import { familyPlan } from './family-plan.module.js';

requireOwners();
await startService(familyPlan);
