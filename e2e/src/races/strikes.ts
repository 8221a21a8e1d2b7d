import { setTimeout as pause } from 'node:timers/promises';
import { contexts } from '@helhed/contracts';
import type { ServiceProcess, TestPlatform } from '@helhed/testing';
import type { SteppedClocks } from './stepped-clock.js';

export interface Strike {
  readonly name: string;
  strike(): Promise<void>;
}

/** Longer than a lease with the issuer's margin: what was asked meanwhile is answered after the withdrawal was. */
const longStopMs = 6_000;
const stepSeconds = 600;

/** What is done to single processes while consents are withdrawn: stopped and continued, killed, cut off, their clocks stepped; and to the bus and the databases. */
export function strikesOf(platform: TestPlatform, clocks: SteppedClocks, random: () => number): Strike[] {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const any = (service: string = pick(contexts)): ServiceProcess =>
    pick(platform.processes.filter((each) => each.service === service));
  const stop = async (process: ServiceProcess, ms: number) => {
    process.pause();
    await pause(ms);
    process.continue();
  };
  const step = async (process: ServiceProcess) => {
    const { instance } = process.place;
    clocks.step(instance, random() < 0.5 ? stepSeconds : -stepSeconds);
    await pause(1_500 + random() * 1_000);
    clocks.step(instance, 0);
  };
  const restart = async (process: ServiceProcess, end: () => Promise<void>) => {
    await end();
    await pause(100 + random() * 400);
    await process.start();
  };
  const killed = (process: ServiceProcess) => restart(process, () => process.kill());
  const readers = ['referral', 'family-plan', 'scheduling'] as const;
  return [
    { name: 'stopped shortly', strike: () => stop(any(), 200 + random() * 800) },
    {
      // all five databases at once, and the row of `lease_server` names another server from then on
      name: 'PostgreSQL killed',
      async strike() {
        if (!platform.postgres) throw new Error('a PostgreSQL of the platform’s own is needed to kill it');
        await platform.postgres.kill();
        await pause(100 + random() * 700);
        await platform.postgres.start();
      },
    },
    { name: 'clock stepped', strike: () => step(any()) },
    { name: 'a reader stopped for longer than a lease', strike: () => stop(any(pick(readers)), longStopMs) },
    { name: 'killed', strike: () => killed(any(pick(readers))) },
    { name: 'clock of consent stepped', strike: () => step(any('consent')) },
    { name: 'consent killed', strike: () => killed(any('consent')) },
    {
      name: 'NATS cut',
      async strike() {
        await platform.nats.kill();
        await pause(500 + random() * 2_000);
        await platform.nats.start();
      },
    },
    { name: 'consent stopped shortly', strike: () => stop(any('consent'), 200 + random() * 1_500) },
    {
      name: 'consent restarted',
      strike: () => {
        const process = any('consent');
        return restart(process, () => process.stop());
      },
    },
  ];
}
