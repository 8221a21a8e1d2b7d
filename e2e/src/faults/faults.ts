import { cp, rm } from 'node:fs/promises';
import { contexts } from '@helhed/contracts';
import type { ServiceProcess, TestPlatform } from '@helhed/testing';
import { setTimeout as pause } from 'node:timers/promises';

export interface Fault {
  readonly name: string;
  /** A process ended with SIGKILL. */
  readonly kill: boolean;
  /** Makes the fault, waits, and mends it. @param ms how long it lasts, in milliseconds */
  strike(ms: number): Promise<void>;
}

/** Longer than a leader may be silent, so that another instance's relay takes over from the stopped one. */
const stoppedMs = 7_000;

/**
 * The faults of one round, in turn: each service (and with it its relay and readers), the bus and PostgreSQL killed; the bus
 * wiped; the bus set back to what an earlier fault left of its store, as after a power cut; an instance stopped and continued.
 */
export function faultsOf(platform: TestPlatform, random: () => number): Fault[] {
  const any = (service: (typeof contexts)[number]): ServiceProcess => {
    const instances = platform.processes.filter((each) => each.service === service);
    return instances[Math.floor(random() * instances.length)] as ServiceProcess;
  };
  const { nats, postgres } = platform;
  const kept = `${nats.storeDir}-kept`;
  const bus = (name: string, meanwhile: () => Promise<void>): Fault => ({
    name,
    kill: true,
    async strike(ms) {
      await nats.kill();
      await meanwhile();
      await pause(ms);
      await nats.start();
    },
  });
  const copy = async (from: string, to: string) => {
    await rm(to, { recursive: true, force: true });
    await cp(from, to, { recursive: true });
  };
  const services = contexts.map((service): Fault => ({
    name: service,
    kill: true,
    async strike(ms) {
      const process = any(service);
      await process.kill();
      await pause(ms);
      await process.start();
    },
  }));
  return [
    bus('bus', () => copy(nats.storeDir, kept)),
    ...services,
    {
      name: 'PostgreSQL',
      kill: true,
      async strike(ms) {
        await postgres?.kill();
        await pause(ms);
        await postgres?.start();
      },
    },
    bus('bus wiped', () => rm(nats.storeDir, { recursive: true, force: true })),
    {
      name: 'stopped',
      kill: false,
      async strike() {
        const process = any(contexts[Math.floor(random() * contexts.length)] as (typeof contexts)[number]);
        process.pause();
        await pause(stoppedMs);
        process.continue();
      },
    },
    bus('bus set back', () => copy(kept, nats.storeDir)),
  ];
}
