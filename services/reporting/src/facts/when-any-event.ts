import { allEvents, type CloudEvent } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import { applyFacts } from '../read-models/apply-facts.js';
import { appendFact } from './append-fact.js';

@Controller()
export class WhenAnyEvent {
  /** Every event becomes a fact, whether a figure reads it today or not. */
  @On(allEvents)
  async keep(event: CloudEvent<unknown>, { tx }: EventContext): Promise<void> {
    const generation = await appendFact(tx, event);
    if (generation !== null) await applyFacts(tx, generation, [event]);
  }
}
