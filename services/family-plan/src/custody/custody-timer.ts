import { Timer } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { TellDueCustody } from './tell-due-custody.js';

/** In every instance: whoever finds a custody first locks it, and the others find nothing to do. */
@Injectable()
export class CustodyTimer extends Timer {
  constructor(private readonly custody: TellDueCustody) {
    super('custody', 10_000);
  }

  run(): Promise<unknown> {
    return this.custody.run();
  }
}
