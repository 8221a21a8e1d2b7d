import { factEvents, type CloudEvent } from '@helhed/contracts';
import { On, OnUnknown, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import { applyFacts } from '../read-models/apply-facts.js';
import { appendFact } from './append-fact.js';

@Controller()
export class WhenAnyEvent {
  /** Every event but who looked at whom becomes a fact, whether a figure reads it today or not. */
  @On(factEvents)
  async keep(event: CloudEvent<unknown>, { tx, snapshot }: EventContext): Promise<void> {
    // a snapshot is one fact, whatever it tells
    if (snapshot) return;
    const generation = await appendFact(tx, event);
    if (generation !== null) await applyFacts(tx, generation, [event]);
  }

  /** Of a type that only the next release knows: a rebuild will read it then. */
  @OnUnknown()
  async keepRaw(event: CloudEvent<unknown>, { tx, snapshot }: EventContext): Promise<void> {
    if (!snapshot) await appendFact(tx, event);
  }
}
