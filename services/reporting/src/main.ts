import { startService } from '@helhed/web';
import { reporting } from './service.js';

await startService(reporting);
