import { allEvents, cloudEventEnvelope, contexts } from '@helhed/contracts';
import type { Context, EventContract } from '@helhed/contracts';
import { z } from 'zod';
import type { Schema } from './schema.ts';

/** An event as documents and comparisons see it. */
export type PublishedEvent = Pick<
  EventContract,
  'context' | 'name' | 'version' | 'type' | 'orderKey' | 'description'
> & { readonly data: Schema };

const jsonSchema = (schema: z.ZodType): Schema => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-7' });
  return rest as Schema;
};

export const events: readonly PublishedEvent[] = allEvents
  .map(({ schema, ...event }) => ({ ...event, data: jsonSchema(schema) }))
  .toSorted((a, b) => a.type.localeCompare(b.type));

export const envelope: Schema = jsonSchema(cloudEventEnvelope);

export const services: readonly Context[] = contexts;
