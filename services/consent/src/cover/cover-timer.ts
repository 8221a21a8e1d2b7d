import { Timer } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { TellDueCoverage } from './tell-due-coverage.js';

/** In every instance: whoever finds a basis first locks it, and the others find nothing to do. */
@Injectable()
export class CoverTimer extends Timer {
  constructor(private readonly coverage: TellDueCoverage) {
    super('coverage', 10_000);
  }

  run(): Promise<unknown> {
    return this.coverage.run();
  }
}
