import { CitizenLink, standingBasesIn } from '@helhed/access';
import type { ServiceDefinition } from '@helhed/web';
import { holdings } from './figures/held-rows.js';
import { readers } from './figures/readers-of-rows.js';
import { ProgrammeCopy } from './programmes/programme-copy.js';
import { problems } from './problems.js';
import { Release } from './releases/release.js';
import { ReportingModule } from './reporting.module.js';

export const reporting: ServiceDefinition = {
  name: 'reporting',
  title: { da: 'Tal: kendsgerninger, læsemodeller og opgørelser', en: 'Figures: facts, read models and counts' },
  module: ReportingModule,
  entities: [CitizenLink, ProgrammeCopy, Release],
  problems,
  standingBases: standingBasesIn('programme_copy'),
  holdings,
  readers,
  // it owns nothing that others hear of but its look-ups, of which a snapshot tells nothing
  snapshotOf: () => Promise.resolve([]),
};
