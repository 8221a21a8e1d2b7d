import { z } from 'zod';
import type { Text } from '@helhed/kernel';

/** A service's name on the bus and in addresses. */
export const contexts = ['referral', 'family-plan', 'scheduling', 'consent', 'reporting'] as const;
export type Context = (typeof contexts)[number];

/** One event type: its owner, name, version and the schema of its data (ids, codes and dates only). */
export interface EventContract<T = unknown> {
  readonly context: Context;
  readonly name: string;
  readonly version: number;
  /** CloudEvents `type`, e.g. `dk.helhed.referral.received.v1`. */
  readonly type: string;
  readonly description: Text;
  /** The field of the data that holds the key; a snapshot names it, since it may be of any kind. */
  readonly orderKey: 'familyId' | 'groupId' | 'bookingId' | 'personId' | 'programme' | 'unit' | 'orderKey';
  readonly schema: z.ZodType<T>;
}

/** The data of an event: `EventData<typeof RelationSet>`. */
export type EventData<C> = C extends EventContract<infer T> ? T : never;

export function defineEvent<S extends z.ZodRawShape>(definition: {
  context: Context;
  name: string;
  version: number;
  orderKey?: EventContract['orderKey'];
  description: Text;
  data: S;
}): EventContract<z.infer<z.ZodObject<S>>> {
  const { context, name, version, description, orderKey = 'familyId' } = definition;
  const schema = z.strictObject(definition.data) as unknown as z.ZodType<z.infer<z.ZodObject<S>>>;
  return { context, name, version, description, orderKey, schema, type: `dk.helhed.${context}.${name}.v${version}` };
}
