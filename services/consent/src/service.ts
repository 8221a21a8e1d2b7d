import { standingBasesIn } from '@helhed/access';
import type { ServiceDefinition } from '@helhed/web';
import { ConsentModule } from './consent.module.js';
import { standardPaths } from './decisions/standard-paths.js';
import { entities } from './entities.js';
import { appendLookUps } from './look-ups/append-look-ups.js';
import { holdings } from './held.js';
import { readers } from './readers.js';
import { home } from './pages/home.js';
import { problems } from './problems.js';
import { HoldToStream } from './restored/hold-to-stream.js';
import { KeepWithdrawals } from './restored/keep-withdrawals.js';
import { snapshotOf } from './snapshot/snapshot-of.js';

export const consent: ServiceDefinition = {
  name: 'consent',
  title: { da: 'Register over hjemler', en: 'Register of legal bases' },
  module: ConsentModule,
  entities,
  problems,
  standingBases: standingBasesIn('programme_copy', { validFrom: 'valid_from', purposes: 'purposes' }),
  holdings,
  readers,
  pages: { home },
  snapshotOf,
  standardPaths,
  beforeOpening: async (app) => {
    await app.get(KeepWithdrawals).closeRestored();
    await app.get(HoldToStream).closeRestored();
  },
  // the register is its own: no event to itself
  deliverLookUps: (tx, batch) => appendLookUps(tx, 'consent', batch),
};
