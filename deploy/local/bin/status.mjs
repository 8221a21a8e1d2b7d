import { command } from './command.mjs';

command('status', ['--json']);
