import { writeFileSync } from 'node:fs';
import { composeConfig, composeConfigFile } from './compose-config.js';

writeFileSync(composeConfigFile, composeConfig());
