import { z } from 'zod';
import type { Context, EventContract } from './event-contract.js';

/**
 * CloudEvents 1.0, structured mode, with Helhed's extensions: the municipality; and `incarnation`, `orderkey` and `seq`,
 * which number a source's events for one key without a gap, so that a consumer can tell a repeat, the next and a gap.
 */
export const cloudEventEnvelope = z.object({
  specversion: z.literal('1.0'),
  id: z.uuid(),
  source: z.string(),
  type: z.string(),
  subject: z.string(),
  time: z.iso.datetime(),
  datacontenttype: z.literal('application/json'),
  municipality: z.string().regex(/^\d{4}$/),
  incarnation: z.uuid(),
  orderkey: z.string(),
  seq: z.number().int().positive(),
  traceparent: z.string().optional(),
  data: z.record(z.string(), z.unknown()),
});

export type CloudEvent<T = Record<string, unknown>> = Omit<z.infer<typeof cloudEventEnvelope>, 'data'> & { data: T };

/** CloudEvents `source` of a service in a municipality. */
export const eventSource = (municipality: string, context: Context): string => `/helhed/${municipality}/${context}`;

export const contextOf = (event: Pick<CloudEvent, 'source'>): Context => event.source.split('/')[3] as Context;

/** The JetStream stream that holds a context's events. */
export const streamName = (context: Context): string => `helhed-${context}`;

/** All subjects of a context. */
export const streamSubjects = (context: Context): string => `helhed.*.${context}.>`;

/** `helhed.<municipality>.<context>.<event>.<order key>` */
export const natsSubject = (
  municipality: string,
  contract: Pick<EventContract, 'context' | 'name'>,
  orderKey: string,
) => `helhed.${municipality}.${contract.context}.${contract.name}.${orderKey}`;
