import { Injectable } from '@nestjs/common';

/** Something the service builds on. */
export interface Dependency {
  readonly name: string;
  /** Without it the service cannot answer at all, and is not ready. */
  readonly required: boolean;
  readonly isUp: () => Promise<boolean> | boolean;
}

export type Readiness = 'ready' | 'degraded' | 'down' | 'stopping';

/** How long an answer is reused: the route is public, and asking it often must not load the database. */
const keptMs = 500;
const patienceMs = 1_500;

/** What the service can say of itself and of each thing it builds on. */
@Injectable()
export class Health {
  readonly #dependencies: Dependency[] = [];
  #stopping = false;
  #kept: { at: number; answer: Promise<Record<string, boolean>> } | undefined;

  add(dependency: Dependency): void {
    this.#dependencies.push(dependency);
  }

  /** From here on the service is not ready: no new requests are wanted. */
  stop(): void {
    this.#stopping = true;
  }

  async report(): Promise<{ status: Readiness; dependencies: Record<string, 'up' | 'down'> }> {
    const up = await this.#ask();
    const dependencies = Object.fromEntries(
      Object.entries(up).map(([name, is]) => [name, is ? 'up' : 'down'] as const),
    );
    return { status: this.#status(up), dependencies };
  }

  #status(up: Record<string, boolean>): Readiness {
    if (this.#stopping) return 'stopping';
    if (this.#dependencies.some(({ name, required }) => required && !up[name])) return 'down';
    return Object.values(up).every(Boolean) ? 'ready' : 'degraded';
  }

  #ask(): Promise<Record<string, boolean>> {
    const now = performance.now();
    if (!this.#kept || now - this.#kept.at > keptMs) this.#kept = { at: now, answer: this.#askAll() };
    return this.#kept.answer;
  }

  async #askAll(): Promise<Record<string, boolean>> {
    const asked = this.#dependencies.map(async ({ name, isUp }) => [name, await inTime(isUp)] as const);
    return Object.fromEntries(await Promise.all(asked));
  }
}

async function inTime(isUp: Dependency['isUp']): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(resolve, patienceMs, false)));
  try {
    return await Promise.race([ask(isUp), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function ask(isUp: Dependency['isUp']): Promise<boolean> {
  try {
    return await isUp();
  } catch {
    return false;
  }
}
