import { Timer } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { DeleteDueObservations } from './delete-due-observations.js';

/** In every instance: whoever finds one first locks it, and the others find nothing to do. */
@Injectable()
export class ObservationsTimer extends Timer {
  constructor(private readonly observations: DeleteDueObservations) {
    super('observations', 10_000);
  }

  run(): Promise<unknown> {
    return this.observations.run();
  }
}
