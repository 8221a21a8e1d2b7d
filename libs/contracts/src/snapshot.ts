import type { Text } from '@helhed/kernel';
import { z } from 'zod';
import type { Context, EventContract } from './event-contract.js';

/** One event of a snapshot's series. */
export interface Told {
  readonly type: string;
  readonly data: Record<string, unknown>;
  /** It came to be and was undone since: kept as a fact where facts are kept, and applied nowhere else. */
  readonly past?: true | undefined;
}

/** An owner's present state about one key, told as the shortest series of its current events that leads to it. */
export interface Snapshot {
  readonly orderKey: string;
  /** It stands for every event of the key up to this number. */
  readonly standsAt: number;
  readonly events: readonly Told[];
}

const told = z.strictObject({
  type: z.string().regex(/^dk\.helhed\.[a-z-]+\.[a-z-]+\.v[0-9]+$/),
  data: z.record(z.string(), z.unknown()),
  past: z.literal(true).optional(),
});

function defineSnapshot(context: Context, description: Text): EventContract<Snapshot> {
  const schema = z.strictObject({
    orderKey: z.string().max(100),
    standsAt: z.number().int().nonnegative(),
    events: z.array(told),
  });
  const type = `dk.helhed.${context}.snapshot.v1`;
  return { context, name: 'snapshot', version: 1, type, description, orderKey: 'orderKey', schema };
}

export const ReferralSnapshot = defineSnapshot('referral', {
  da: 'Hvad indstillinger ved om en familie eller en indsats nu, fortalt som hændelser.',
  en: 'What referral now knows of a family or a programme, told as events.',
});
export const FamilyPlanSnapshot = defineSnapshot('family-plan', {
  da: 'Hvad familieplanen ved om en familie eller en person nu, fortalt som hændelser.',
  en: 'What family-plan now knows of a family or a person, told as events.',
});
export const SchedulingSnapshot = defineSnapshot('scheduling', {
  da: 'Hvad kalenderen ved om en familie, en gruppe eller en booking nu, fortalt som hændelser.',
  en: 'What scheduling now knows of a family, a group or a booking, told as events.',
});
export const ConsentSnapshot = defineSnapshot('consent', {
  da: 'Hvad registret over hjemler ved om en familie nu, fortalt som hændelser.',
  en: 'What the register of legal bases now knows of a family, told as events.',
});

export const ReportingSnapshot = defineSnapshot('reporting', {
  da: 'Tal ejer intet, som andre hører om; de fortæller kun, hvor rækken af opslag begynder igen efter en gendannelse.',
  en: 'Reporting owns nothing that others hear of; it only tells where its row of look-ups begins again after a restore.',
});

export const snapshots: readonly EventContract<Snapshot>[] = [
  ReferralSnapshot,
  FamilyPlanSnapshot,
  SchedulingSnapshot,
  ConsentSnapshot,
  ReportingSnapshot,
];

const types = new Set(snapshots.map(({ type }) => type));

export const isSnapshot = (type: string): boolean => types.has(type);

/** The snapshot of a context. */
export const snapshotBy = (context: Context): EventContract<Snapshot> | undefined =>
  snapshots.find((each) => each.context === context);

/** An event of a series, held to its own contract: so a snapshot carries no more than the events do. @throws ZodError */
export const tell = <T>(contract: EventContract<T>, data: T & object): Told => ({
  type: contract.type,
  data: contract.schema.parse(data) as Record<string, unknown>,
});
