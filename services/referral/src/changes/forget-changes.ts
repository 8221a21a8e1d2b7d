import { forgetChanges } from '@helhed/access';
import { Database, Workers } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';
import { log } from '@helhed/telemetry';
import { Timer } from '@helhed/web';
import { Injectable } from '@nestjs/common';

/** What was kept for a month goes, looked for each hour by every instance. */
@Injectable()
export class ForgetChanges extends Timer {
  constructor(
    private readonly database: Database,
    private readonly workers: Workers,
  ) {
    super('forget changes', 3_600_000);
  }

  async run(): Promise<void> {
    const known = await this.workers.query<{ code: MunicipalityCode }>('SELECT code FROM helhed.municipality');
    for (const { code } of known) await this.#forget(code);
  }

  async #forget(municipality: MunicipalityCode): Promise<void> {
    try {
      while ((await this.database.inTransaction(municipality, forgetChanges)) > 0);
    } catch (error) {
      // one municipality's that cannot go now must not keep the others'
      log.warn('will be tried again', { context: 'forget changes', municipality, error });
    }
  }
}
