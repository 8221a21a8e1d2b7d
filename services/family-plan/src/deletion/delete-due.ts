import { Database, Workers, type Tx } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';
import { continueTrace, log, requestContext } from '@helhed/telemetry';
import { Injectable } from '@nestjs/common';
import { deleteObservation } from '../observations/delete-observation.js';
import { deleteVideo } from '../videos/delete-video.js';

const batch = 100;

/** What has a date of deletion, and how one of it is deleted in its municipality; false where there is nothing to do. */
const kinds: Readonly<Record<string, (tx: Tx, id: string) => Promise<boolean>>> = {
  observation: deleteObservation,
  video: deleteVideo,
};

interface Due {
  readonly municipality: MunicipalityCode;
  readonly kind: string;
  readonly id: string;
}

@Injectable()
export class DeleteDue {
  constructor(
    private readonly database: Database,
    private readonly workers: Workers,
  ) {}

  /** Sees what of all municipalities is due, then acts as each one's municipality. @returns how many it deleted */
  async run(): Promise<number> {
    let done = 0;
    for (const due of await this.workers.query<Due>(dueToday, [batch])) {
      try {
        if (await this.#delete(due)) done++;
      } catch (error) {
        // one that cannot be deleted now must not keep the others
        log.warn('will be tried again', { context: 'deletion', error });
      }
    }
    return done;
  }

  #delete({ municipality, kind, id }: Due): Promise<boolean> {
    return continueTrace(undefined, `delete ${kind}`, () => {
      const context = requestContext.getStore();
      if (context) context.actor = { kind: 'service', issuer: 'helhed', sub: 'deletion', azp: 'family-plan' };
      return this.database.inTransaction(municipality, async (tx) => (await kinds[kind]?.(tx, id)) ?? false);
    });
  }
}

const dueToday = `
  SELECT d.municipality, d.kind, d.id FROM (
    SELECT municipality, 'observation' AS kind, observation_id AS id, due_on FROM observation_due
    UNION ALL SELECT municipality, 'video', video_id, due_on FROM video_due) d
  JOIN helhed.municipality m ON m.code = d.municipality
  WHERE d.due_on <= ((clock_timestamp() + make_interval(secs => m.clock_offset_ms / 1000.0)) AT TIME ZONE 'Europe/Copenhagen')::date
  ORDER BY d.due_on LIMIT $1`;
