import { Timer } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { EndAtMajority } from './end-at-majority.js';

/** In every instance: whoever finds a relation first locks it, and the others find nothing to do. */
@Injectable()
export class MajorityTimer extends Timer {
  constructor(private readonly relations: EndAtMajority) {
    super('majority', 10_000);
  }

  run(): Promise<unknown> {
    return this.relations.run();
  }
}
