import { contexts } from '@helhed/contracts';
import { isAlive } from '../servers/reap.js';
import { lockHolder } from './lock.js';
import { lockFile, readState, type Phase } from './state.js';
import { waitingEvents, type WaitingEvents } from './waiting-events.js';

export interface Status {
  running: boolean;
  phase: Phase | 'stopped';
  url: string | null;
  pid: number | null;
  startedAt: string | null;
  parts: PartStatus[];
}

export interface PartStatus {
  name: string;
  port: number | null;
  pid: number;
  healthy: boolean;
  restarts: number;
  /** Of a service; null where it does not answer. */
  events?: WaitingEvents | null;
}

const stopped: Status = { running: false, phase: 'stopped', url: null, pid: null, startedAt: null, parts: [] };

/** What runs here, asked of each part now. */
export async function platformStatus(): Promise<Status> {
  const state = readState();
  if (state === undefined || !isAlive(state) || lockHolder(lockFile())?.pid !== state.pid) return stopped;
  const { phase, url, pid, startedAt, ports } = state;
  const healthUrls: Record<string, string> = {
    keycloak: `http://127.0.0.1:${ports.keycloakManagement}/auth/health/ready`,
    nats: `http://127.0.0.1:${ports.natsMonitor}/healthz`,
  };
  const parts = Object.entries(state.parts).map(async ([name, part]) => {
    const port = (ports as Record<string, number>)[name] ?? null;
    // PostgreSQL speaks no HTTP: the services' own readiness tells of it.
    const healthy =
      name === 'postgres'
        ? alive(part.pid)
        : await answers(healthUrls[name] ?? `http://127.0.0.1:${port}/${name}/health/ready`);
    const status = { name, port, pid: part.pid, healthy, restarts: part.restarts };
    const isService = contexts.some((context) => context === name);
    return isService && port !== null ? { ...status, events: await waitingEvents(port) } : status;
  });
  return { running: true, phase, url, pid, startedAt, parts: await Promise.all(parts) };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(3_000) })).ok;
  } catch {
    return false;
  }
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It runs as another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
