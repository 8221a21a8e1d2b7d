import { Platform1763000000001 } from './0001-platform.js';
import { Bases1763000000002 } from './0002-bases.js';

export const migrations = [Platform1763000000001, Bases1763000000002];
