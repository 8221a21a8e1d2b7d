import { Timer } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { UseUpDueExchanges } from './use-up-due-exchanges.js';

/** In every instance: whoever finds an exchange first locks it, and the others find nothing to do. */
@Injectable()
export class ExchangeTimer extends Timer {
  constructor(private readonly exchanges: UseUpDueExchanges) {
    super('exchanges', 10_000);
  }

  run(): Promise<unknown> {
    return this.exchanges.run();
  }
}
