import { startService } from '@helhed/web';
import { scheduling } from './service.js';

await startService(scheduling);
