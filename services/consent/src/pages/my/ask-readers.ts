import type { Reader } from '@helhed/access';
import type { Context } from '@helhed/contracts';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { AskServices } from './ask-services.js';

const shape = z.object({
  readers: z.array(
    z.object({
      unit: z.string(),
      function: z.string().nullable(),
      relation: z.string(),
      category: z.string(),
      purpose: z.string().nullable(),
      bases: z.array(z.string()),
    }),
  ),
});

/** A reader as a service tells it: its codes are the service's own. */
export type ToldReader = { readonly [K in keyof Reader]: Reader[K] extends string ? string : Reader[K] };

/** Who sees something of a person in all services together, and which services do not say it now. */
export interface AllReaders {
  readonly readers: readonly ToldReader[];
  readonly silent: readonly Context[];
}

/** Asks each service who may see what it holds on a person. */
@Injectable()
export class AskReaders {
  constructor(private readonly services: AskServices) {}

  async run(accessToken: string, person: string): Promise<AllReaders> {
    const answered = await this.services.run(accessToken, person, 'readers', shape);
    return {
      readers: answered.flatMap(({ answer }) => answer?.readers ?? []),
      silent: answered.flatMap(({ service, answer }) => (answer ? [] : [service])),
    };
  }
}
