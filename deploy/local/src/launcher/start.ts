import { existsSync } from 'node:fs';
import { endWithReader } from '../operations/run-command.js';
import { describeProcess } from '../servers/process-identity.js';
import { reapTree } from '../servers/reap.js';
import { isFree } from '../servers/ports.js';
import { dataFolder } from './data-folder.js';
import { ensureDemonstration } from './demonstration.js';
import { farewell } from './farewell.js';
import { launch, type Launched } from './launch.js';
import { takeLock } from './lock.js';
import { choosePorts, defaultPortBase, type PortPlan } from './port-plan.js';
import { startOptions } from './start-options.js';
import { keep, lockFile, readKept, readState, writeState, type Phase } from './state.js';
import { Supervisor } from './supervisor.js';
import { progress, say } from './words.js';

/** What `npm start` runs once packages and build are there: starts everything, then watches over it until told to stop. */
async function start(): Promise<void> {
  const options = startOptions(process.argv.slice(2));
  const lock = takeLock(lockFile());
  if ('holder' in lock) return alreadyRunning(lock.holder.pid);
  process.once('exit', lock.release);
  // A start that was killed left its servers; they would hold ports and data.
  if (existsSync(dataFolder())) await reapTree(dataFolder());
  const { portBase: lastBase } = readKept();
  const ports = await choosePorts({ portBase: options.portBase, lastBase }, isFree);
  keep({ portBase: ports.edge });
  const wished = options.portBase ?? lastBase ?? defaultPortBase;
  if (ports.edge !== wished) {
    progress(
      `porte fra ${wished} er optaget: ${ports.edge} bruges`,
      `ports from ${wished} are taken: using ${ports.edge}`,
    );
  }

  const launcher = new Launcher(ports);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void launcher.end(0));
  // as a closed terminal would: who piped it into something that has ended wants no more of it
  endWithReader(() => void launcher.end(0));
  if (!options.detach) endWithParent(launcher);
  try {
    await launcher.start();
  } catch (error) {
    if (launcher.phase !== 'stopping')
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    await launcher.end(1);
  }
}

class Launcher {
  phase: Phase = 'starting';
  readonly #startedAt = new Date().toISOString();
  readonly #supervisor: Supervisor;
  #launched: Launched | undefined;
  #ending: Promise<void> | undefined;

  constructor(readonly ports: PortPlan) {
    const ended = (name: string, problem: string): void =>
      progress(`${name} faldt (${problem}) og startes igen`, `${name} ended (${problem}) and is started again`);
    this.#supervisor = new Supervisor({ changed: () => this.#tell(), ended });
  }

  async start(): Promise<void> {
    this.#tell();
    this.#launched = await launch(this.#supervisor, this.ports);
    if (this.phase !== 'starting') return;
    await ensureDemonstration(this.#launched);
    if (this.phase !== 'starting') return;
    this.phase = 'ready';
    this.#tell();
    process.stdout.write(farewell(this.#launched.edge.url));
  }

  /** Ends the parts in the order in which nothing complains: the address, the services, then what they stand on. */
  end(code: number): Promise<void> {
    return (this.#ending ??= this.#end(code));
  }

  async #end(code: number): Promise<void> {
    this.phase = 'stopping';
    progress('stopper', 'stopping');
    this.#tell();
    const servers = ['keycloak', 'nats', 'postgres'];
    await this.#supervisor.stop((name) => !servers.includes(name));
    await Promise.all([
      this.#launched?.edge.stop(),
      this.#supervisor.stop((name) => name === 'keycloak' || name === 'nats'),
    ]);
    await this.#supervisor.stop((name) => name === 'postgres');
    // Whatever was still on its way up when the end came.
    await reapTree(dataFolder());
    progress('alt er stoppet', 'everything has stopped');
    process.exit(code);
  }

  #tell(): void {
    const parts = this.#supervisor.parts().map(([name, pid, restarts]) => [name, { pid, restarts }] as const);
    writeState({
      pid: process.pid,
      identity: describeProcess(process.pid),
      phase: this.phase,
      startedAt: this.#startedAt,
      url: `http://127.0.0.1:${this.ports.edge}`,
      ports: this.ports,
      parts: Object.fromEntries(parts),
    });
  }
}

/** In the foreground the terminal's process is the parent: when that is killed, nobody could stop us any more. */
function endWithParent(launcher: Launcher): void {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && void launcher.end(0), 500).unref();
}

function alreadyRunning(pid: number): void {
  const url = readState()?.url ?? '';
  process.stderr.write(
    say(
      `Platformen kører allerede (proces ${pid}) ${url}. npm stop stopper den.\n`,
      `The platform is already running (process ${pid}) ${url}. npm stop ends it.\n`,
    ),
  );
  process.exitCode = 3;
}

await start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
