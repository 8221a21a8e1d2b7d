import { standingBasesIn } from '@helhed/access';
import type { ServiceDefinition } from '@helhed/web';
import { entities } from './entities.js';
import { holdings } from './groups/held-appointments.js';
import { readers } from './groups/readers-of-appointments.js';
import { problems } from './problems.js';
import { snapshotOf } from './snapshot/snapshot-of.js';
import { SchedulingModule } from './scheduling.module.js';

export const scheduling: ServiceDefinition = {
  name: 'scheduling',
  title: {
    da: 'Kalender: medarbejdere, lokaler, grupper, forløb og bookinger',
    en: 'Calendar: staff, rooms, groups, courses and bookings',
  },
  module: SchedulingModule,
  entities,
  problems,
  standingBases: standingBasesIn('programme_copy'),
  holdings,
  readers,
  snapshotOf,
};
