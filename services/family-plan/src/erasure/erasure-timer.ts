import { Timer } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { EraseDueFamilies } from './erase-due-families.js';

/** Erases what is due, in every instance: whoever finds a family first locks it, and the others find nothing to do. */
@Injectable()
export class ErasureTimer extends Timer {
  constructor(private readonly families: EraseDueFamilies) {
    super('erasure', 10_000);
  }

  run(): Promise<unknown> {
    return this.families.run();
  }
}
