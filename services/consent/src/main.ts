import { startService } from '@helhed/web';
import { consent } from './service.js';

await startService(consent);
