import type { Context } from '@helhed/contracts';
import { runService, type Installation, type RunningService, type ServicePlace } from '@helhed/local';

/** One process of one service, which a test may kill, pause and start again at the same address. */
export class ServiceProcess {
  #running: RunningService | undefined;

  constructor(
    readonly installation: Installation,
    readonly place: ServicePlace,
  ) {}

  get service(): Context {
    return this.place.service;
  }

  /** Base without the service's own path. */
  get url(): string {
    return `http://127.0.0.1:${this.place.port}`;
  }

  /** @throws when it does not run */
  get pid(): number {
    return this.#now().pid;
  }

  get logFile(): string {
    return this.#now().logFile;
  }

  /** Starts the process and waits until it says that it is ready. */
  async start(env: Readonly<Record<string, string>> = {}): Promise<void> {
    this.#running = await runService(this.installation, { ...this.place, env: { ...this.place.env, ...env } });
  }

  /** Ends it in an orderly way (SIGTERM). */
  async stop(): Promise<void> {
    await this.#running?.stop();
  }

  /** Ends it at once (SIGKILL), as a crash would. */
  async kill(): Promise<void> {
    this.#now().kill('SIGKILL');
    await this.#now().exited;
  }

  pause(): void {
    this.#now().kill('SIGSTOP');
  }

  continue(): void {
    this.#now().kill('SIGCONT');
  }

  #now(): RunningService {
    if (this.#running === undefined) throw new Error(`${this.place.instance} was not started`);
    return this.#running;
  }
}
