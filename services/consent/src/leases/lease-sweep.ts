import { Timer } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { LeasesGiven } from './leases-given.js';

/** In every instance, so that each has seen the leases before it must wait for them. */
@Injectable()
export class LeaseSweep extends Timer {
  constructor(private readonly given: LeasesGiven) {
    super('leases', 1_000);
  }

  run(): Promise<unknown> {
    return this.given.sweep();
  }
}
