import { contexts } from '@helhed/contracts';
import { say } from './words.js';

export const parts = [
  'edge',
  'keycloak',
  'keycloakManagement',
  'postgres',
  'nats',
  'natsMonitor',
  ...contexts,
] as const;
export type Part = (typeof parts)[number];
export type PortPlan = Readonly<Record<Part, number>>;

export const defaultPortBase = 8450;
const step = 20;
const bases = 20;

export const portPlan = (base: number): PortPlan =>
  Object.fromEntries(parts.map((part, index) => [part, base + index])) as PortPlan;

export interface PortWish {
  /** Asked for by name: taken or not at all. */
  portBase?: number;
  /** What the last start had: addresses that people noted down stay good. */
  lastBase?: number;
}

/**
 * Chooses a row of free ports. A base that was asked for must be free as a whole; else the next row is tried.
 * @throws Error that names each taken port and what it was wanted for
 */
export async function choosePorts(wish: PortWish, isFree: (port: number) => Promise<boolean>): Promise<PortPlan> {
  const first = wish.portBase ?? wish.lastBase ?? defaultPortBase;
  const tries = wish.portBase === undefined ? bases : 1;
  let taken: string[] = [];
  for (let base = first; base < first + tries * step; base += step) {
    const plan = portPlan(base);
    taken = await takenIn(plan, isFree);
    if (taken.length === 0) return plan;
  }
  throw new Error(
    say(
      `Disse porte på 127.0.0.1 er optaget: ${taken.join(', ')}. Vælg andre med -- --port-base N.`,
      `These ports of 127.0.0.1 are taken: ${taken.join(', ')}. Choose others with -- --port-base N.`,
    ),
  );
}

async function takenIn(plan: PortPlan, isFree: (port: number) => Promise<boolean>): Promise<string[]> {
  const looked = await Promise.all(
    parts.map(async (part) => ((await isFree(plan[part])) ? [] : [`${plan[part]} (${part})`])),
  );
  return looked.flat();
}
