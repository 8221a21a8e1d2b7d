import { standingBasesIn } from '@helhed/access';
import type { ServiceDefinition } from '@helhed/web';
import { entities } from './entities.js';
import { holdings } from './families/held-families.js';
import { readers } from './families/readers-of-families.js';
import { FamilyPlanModule } from './family-plan.module.js';
import { problems } from './problems.js';
import { snapshotOf } from './snapshot/snapshot-of.js';

export const familyPlan: ServiceDefinition = {
  name: 'family-plan',
  title: { da: 'Familier, indskrivninger og planer', en: 'Families, enrolments and plans' },
  module: FamilyPlanModule,
  entities,
  problems,
  standingBases: standingBasesIn('programme_copy'),
  holdings,
  readers,
  snapshotOf,
};
