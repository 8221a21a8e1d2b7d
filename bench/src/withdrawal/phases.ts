import type { Context } from '@helhed/contracts';
import { consents, type Consent, type Family, type RacesWorld } from '@helhed/e2e';
import type { ServiceProcess } from '@helhed/testing';
import { takeBack, takeBackUnread, type Strike } from './take-back.js';

const allUpMs = 60_000;
const strikes = 3;

/** Withdrawals with everything up, and as many of families whom nobody reads, in turn; milliseconds of each. */
export async function allUp(read: RacesWorld, unread: RacesWorld): Promise<{ held: number[]; free: number[] }> {
  const [held, free]: [number[], number[]] = [[], []];
  const until = performance.now() + allUpMs;
  for (let turn = 0; performance.now() < until; turn++) {
    const consent = consents[turn % consents.length] as (typeof consents)[number];
    held.push(await takeBack(read, familyOf(read, turn), consent));
    free.push(await takeBackUnread(unread, familyOf(unread, turn), consent));
  }
  return { held, free };
}

/** One instance that has answered from the consent is stopped as a frozen one would be, and goes on after the answer. */
export const oneStopped = (world: RacesWorld): Promise<number[]> =>
  struck(world, (reader) => ({ strike: () => reader.pause(), mend: () => reader.continue() }));

/** The same in an orderly way, as for an upgrade. */
export const oneGone = (world: RacesWorld): Promise<number[]> =>
  struck(world, (reader) => ({ strike: () => reader.stop(), mend: () => reader.start() }));

/** The service whose leases a withdrawal of it waits for. */
const readBy: Readonly<Record<Consent, Context>> = {
  outcome: 'referral',
  cooperation: 'family-plan',
  attendance: 'family-plan',
  coordination: 'family-plan',
  contact: 'family-plan',
  followUp: 'family-plan',
  observation: 'family-plan',
  video: 'family-plan',
  calendar: 'scheduling',
  coordinating: 'scheduling',
};

async function struck(world: RacesWorld, strikeOf: (reader: ServiceProcess) => Strike): Promise<number[]> {
  const ms: number[] = [];
  for (let turn = 0; turn < strikes; turn++) {
    const consent = consents[turn % consents.length] as (typeof consents)[number];
    const reader = world.instancesOf(readBy[consent])[0] as ServiceProcess;
    ms.push(await takeBack(world, familyOf(world, turn), consent, strikeOf(reader)));
  }
  return ms;
}

const familyOf = ({ families }: RacesWorld, turn: number): Family => families[turn % families.length] as Family;
