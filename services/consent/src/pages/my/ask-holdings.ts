import type { Context } from '@helhed/contracts';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { AskServices } from './ask-services.js';

const shape = z.object({
  holdings: z.array(
    z.object({ category: z.string(), count: z.number(), since: z.string().nullable(), units: z.array(z.string()) }),
  ),
});

export type Holding = z.infer<typeof shape>['holdings'][number];

/** What a service holds on a person; without holdings where it did not answer. */
export interface HeldBy {
  readonly service: Context;
  readonly holdings?: readonly Holding[];
}

/** Asks each service what it holds on a person. */
@Injectable()
export class AskHoldings {
  constructor(private readonly services: AskServices) {}

  async run(accessToken: string, person: string): Promise<HeldBy[]> {
    const answered = await this.services.run(accessToken, person, 'holdings', shape);
    return answered.map(({ service, answer }) => ({ service, ...answer }));
  }
}
