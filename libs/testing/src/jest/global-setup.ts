import { newPassword } from '@helhed/local';
import { serverMode } from '../servers/mode.js';
import { sweepDeadRuns } from '../servers/run-folder.js';
import { brokerVariable } from '../servers/test-servers.js';
import { startBroker } from './broker.js';

/** Jest calls it once, in its main process, before the first test; workers inherit the environment. */
export default async function globalSetup(): Promise<void> {
  process.env['HELHED_TEST_SERVERS'] = await serverMode();
  process.env['TESTCONTAINERS_RYUK_DISABLED'] ??= 'true';
  process.env['HELHED_TEST_OPERATOR_SECRET'] = newPassword();
  await sweepDeadRuns();
  if (process.env['HELHED_TEST_SERVERS'] === 'containers') {
    const { removeDeadContainers } = await import('../servers/own-container.js');
    await removeDeadContainers();
  }
  process.env[brokerVariable] = await startBroker();
}
