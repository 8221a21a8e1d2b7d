import { allEvents, claims, cloudEventEnvelope, contexts } from '@helhed/contracts';
import type { Claim, Context, EventContract } from '@helhed/contracts';
import { z } from 'zod';
import type { Schema } from './schema.ts';

/** An event as documents and comparisons see it. */
export type PublishedEvent = Pick<
  EventContract,
  'context' | 'name' | 'version' | 'type' | 'orderKey' | 'description'
> & {
  readonly data: Schema;
  /** Who may ask the owner for more, and for which fields. */
  readonly claims: readonly Pick<Claim, 'consumer' | 'route' | 'fields'>[];
};

const jsonSchema = (schema: z.ZodType): Schema => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-7' });
  return rest as Schema;
};

const claimsOn = (type: string): PublishedEvent['claims'] =>
  claims.filter(({ event }) => event === type).map(({ consumer, route, fields }) => ({ consumer, route, fields }));

export const events: readonly PublishedEvent[] = allEvents
  .map(({ schema, ...event }) => ({ ...event, data: jsonSchema(schema), claims: claimsOn(event.type) }))
  .toSorted((a, b) => a.type.localeCompare(b.type));

export const envelope: Schema = jsonSchema(cloudEventEnvelope);

export const services: readonly Context[] = contexts;
