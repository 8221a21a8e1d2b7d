import { Timer } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { DeleteDue } from './delete-due.js';

/** In every instance: whoever finds one first locks it, and the others find nothing to do. */
@Injectable()
export class DeletionTimer extends Timer {
  constructor(private readonly due: DeleteDue) {
    super('deletion', 10_000);
  }

  run(): Promise<unknown> {
    return this.due.run();
  }
}
