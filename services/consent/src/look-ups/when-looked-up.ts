import { contextOf, lookedUp, type CloudEvent, type LookedUp } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import { appendLookUps } from './append-look-ups.js';

/** The register of look-ups hears of every service's. */
@Controller()
export class WhenLookedUp {
  @On(lookedUp)
  async append(event: CloudEvent<LookedUp>, { tx }: EventContext): Promise<void> {
    const { from, rows } = event.data;
    await appendLookUps(tx, contextOf(event), { incarnation: event.incarnation, from, rows });
  }
}
