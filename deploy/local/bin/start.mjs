// npm start: checks the machine, installs, builds, and starts the launcher. Runs on Node 20 with nothing installed.
import { missingTools } from './prerequisites.mjs';
import { build, installPackages } from './prepare.mjs';
import { runLauncher } from './run-launcher.mjs';
import { fail, say } from './say.mjs';
import { usage } from './usage.mjs';

usage('start', process.argv.slice(2), 'any');
const missing = missingTools();
if (missing.length > 0) {
  fail(
    say('Denne maskine mangler:', 'This machine lacks:'),
    ...missing.map(({ what, debian }) => `  - ${what}\n      Debian/Ubuntu: ${debian}`),
  );
}
installPackages();
build();
await runLauncher(process.argv.slice(2));
