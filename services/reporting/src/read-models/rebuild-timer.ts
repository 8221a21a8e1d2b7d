import { Workers } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';
import { Timer } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { RebuildReadModels } from './rebuild-read-models.js';

/** Goes on with rebuilds whose instance has gone away. */
@Injectable()
export class RebuildTimer extends Timer {
  constructor(
    private readonly rebuild: RebuildReadModels,
    private readonly workers: Workers,
  ) {
    super('rebuild', 10_000);
  }

  async run(quietFor = '15 seconds'): Promise<void> {
    const left = await this.workers.query<{ municipality: MunicipalityCode }>(
      `SELECT municipality FROM rebuild WHERE state <> 'done' AND heartbeat < clock_timestamp() - $1::interval`,
      [quietFor],
    );
    for (const { municipality } of left) this.rebuild.goOn(municipality);
  }
}
