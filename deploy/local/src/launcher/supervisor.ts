import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningServer } from '../servers/server-process.js';

interface Supervised {
  current: RunningServer;
  restarts: number;
}

const [firstPause, longestPause] = [300, 10_000];

/** Keeps servers running: one that ends by itself is started again, after a pause that grows. */
export class Supervisor {
  readonly #parts = new Map<string, Supervised>();
  #stopping = false;

  /** `changed` hears of every start; `ended` of a part that ended by itself. */
  constructor(readonly listener: { changed: () => void; ended: (name: string, problem: string) => void }) {}

  async run<T extends RunningServer>(name: string, start: () => Promise<T>): Promise<T> {
    const first = await start();
    const part: Supervised = { current: first, restarts: 0 };
    this.#parts.set(name, part);
    this.listener.changed();
    void this.#watch(name, part, start);
    if (this.#stopping) await first.stop();
    return first;
  }

  parts(): [name: string, pid: number, restarts: number][] {
    return [...this.#parts].map(([name, { current, restarts }]) => [name, current.pid, restarts]);
  }

  /** Stops what matches; parts that start meanwhile are stopped as soon as they have. */
  async stop(matches: (name: string) => boolean): Promise<void> {
    this.#stopping = true;
    const wanted = [...this.#parts].filter(([name]) => matches(name));
    await Promise.all(wanted.map(([, part]) => part.current.stop()));
  }

  async #watch(name: string, part: Supervised, start: () => Promise<RunningServer>): Promise<void> {
    for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
      const since = performance.now();
      const code = await part.current.exited;
      if (this.#stopping) return;
      if (performance.now() - since > 60_000) pause = firstPause;
      this.listener.ended(name, code === null ? 'signal' : `exit ${code}`);
      await sleep(pause);
      await this.#again(name, part, start);
      if (this.#stopping) {
        await part.current.stop();
        return;
      }
    }
  }

  async #again(name: string, part: Supervised, start: () => Promise<RunningServer>): Promise<void> {
    for (;;) {
      if (this.#stopping) return;
      try {
        part.current = await start();
        part.restarts += 1;
        this.listener.changed();
        return;
      } catch (error) {
        this.listener.ended(name, String(error).split('\n')[0] ?? '');
        await sleep(longestPause / 4);
      }
    }
  }
}
