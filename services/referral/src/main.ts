import { startService } from '@helhed/web';
import { referral } from './service.js';

await startService(referral);
