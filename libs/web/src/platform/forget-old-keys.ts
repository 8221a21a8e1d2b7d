import { Workers } from '@helhed/database';
import { Injectable } from '@nestjs/common';
import { Timer } from './timer.js';

const hour = 3_600_000;

/** Idempotency keys are remembered for seven days; older ones go, looked for each hour by every instance. */
@Injectable()
export class ForgetOldKeys extends Timer {
  constructor(private readonly workers: Workers) {
    super('forget old keys', hour);
  }

  run(): Promise<unknown> {
    return this.workers.query(
      `DELETE FROM helhed.idempotency WHERE recorded_at < clock_timestamp() - interval '7 days'`,
    );
  }
}
