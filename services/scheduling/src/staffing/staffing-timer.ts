import { Database, Workers, type Tx } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';
import { continueTrace, log, requestContext } from '@helhed/telemetry';
import { Timer } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { lockGroup } from '../groups/find-groups.js';
import { settleStaffing } from './settle-staffing.js';

/**
 * Who may not run a group may be so since yesterday, when it was declared or began, and no more tomorrow: each group of theirs is
 * looked at each hour, by every instance.
 */
@Injectable()
export class StaffingTimer extends Timer {
  constructor(
    private readonly database: Database,
    private readonly workers: Workers,
  ) {
    super('staffing', 3_600_000);
  }

  async run(): Promise<void> {
    const known = await this.workers.query<{ code: MunicipalityCode }>('SELECT code FROM helhed.municipality');
    for (const { code } of known) {
      const groups = await this.#as(() => this.database.inTransaction(code, findGroups));
      for (const { id } of groups) await this.#settle(code, id);
    }
  }

  async #settle(municipality: MunicipalityCode, id: string): Promise<void> {
    try {
      await this.#as(() =>
        this.database.inTransaction(municipality, async (tx) => {
          const group = await lockGroup(tx, id);
          if (group) await settleStaffing(tx, group);
        }),
      );
    } catch (error) {
      // one group that cannot be looked at now must not keep the others
      log.warn('will be tried again', { context: 'staffing', municipality, group: id, error });
    }
  }

  #as<T>(work: () => Promise<T>): Promise<T> {
    return continueTrace(undefined, 'settle staffing', () => {
      const context = requestContext.getStore();
      if (context) context.actor = { kind: 'service', issuer: 'helhed', sub: 'staffing', azp: 'scheduling' };
      return work();
    });
  }
}

/** Those that somebody runs who may not run every group, and those with an alarm. */
const findGroups = (tx: Tx): Promise<{ id: string }[]> =>
  tx.query(
    `SELECT gs.group_id AS id FROM group_staff gs
     JOIN staff st ON st.municipality = gs.municipality AND st.id = gs.staff_id
     JOIN helhed.barred_person b ON b.municipality = st.municipality AND b.sub = st.sub
     WHERE gs.municipality = helhed.tenant()
     UNION SELECT group_id FROM staffing_alarm WHERE municipality = helhed.tenant() ORDER BY id`,
  );
