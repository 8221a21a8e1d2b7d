import { startService } from '../server/start-service.js';
import { club } from './start-club.js';

// The club as a process of its own, for tests that signal it.
await startService(club);
