import { Workers } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';
import { log } from '@helhed/telemetry';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { RebuildReadModels } from './rebuild-read-models.js';

const everyMs = 10_000;

/** Goes on with rebuilds whose instance has gone away. */
@Injectable()
export class RebuildTimer implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly rebuild: RebuildReadModels,
    private readonly workers: Workers,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => {
      this.takeOver().catch((error: unknown) => log.warn('will be tried again', { context: 'rebuild', error }));
    }, everyMs);
    this.#timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.#timer);
  }

  async takeOver(quietFor = '15 seconds'): Promise<void> {
    const left = await this.workers.query<{ municipality: MunicipalityCode }>(
      `SELECT municipality FROM rebuild WHERE state <> 'done' AND heartbeat < clock_timestamp() - $1::interval`,
      [quietFor],
    );
    for (const { municipality } of left) this.rebuild.goOn(municipality);
  }
}
