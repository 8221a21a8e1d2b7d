import type { PortPlan } from './port-plan.js';
import { dataFile, readJson, writeJson } from './data-folder.js';

export type Phase = 'starting' | 'ready' | 'stopping';

/** What a running launcher tells `npm run status` and `npm stop`. */
export interface LauncherState {
  pid: number;
  identity: string | null;
  phase: Phase;
  startedAt: string;
  url: string;
  ports: PortPlan;
  parts: Record<string, { pid: number; restarts: number }>;
}

export const lockFile = (): string => dataFile('launcher.lock');
const stateFile = (): string => dataFile('state.json');
export const readState = (): LauncherState | undefined => readJson(stateFile());
export const writeState = (state: LauncherState): void => writeJson(stateFile(), state);

/** What outlives a stop: the row of ports, and what is in place for which sources. */
export interface Kept {
  portBase?: number;
  /** Digest of each service's migrations when they last ran. */
  migrated?: Record<string, string>;
  /** Digest of what the demonstration was made from. */
  demonstration?: string;
}

const keptFile = (): string => dataFile('kept.json');
export const readKept = (): Kept => readJson(keptFile()) ?? {};
export const keep = (change: Kept): void => writeJson(keptFile(), { ...readKept(), ...change });
