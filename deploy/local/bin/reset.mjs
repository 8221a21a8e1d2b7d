import { command } from './command.mjs';

command('reset');
