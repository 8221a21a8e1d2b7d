import { Database, type Tx } from '@helhed/database';
import { notFound, type MunicipalityCode } from '@helhed/kernel';
import { log } from '@helhed/telemetry';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { RebuildView } from './read-models.dto.js';
import { rebuildStep } from './rebuild-step.js';

/** Throws a municipality's read models away and makes them again from its facts. */
@Injectable()
export class RebuildReadModels implements OnApplicationShutdown {
  readonly #running = new Map<MunicipalityCode, Promise<void>>();
  #stopping = false;

  constructor(private readonly database: Database) {}

  /** Begins a rebuild, or joins the one under way. */
  async begin(municipality: MunicipalityCode): Promise<RebuildView> {
    const begun = await this.database.inTransaction(municipality, async (tx) => {
      await requireMunicipality(tx);
      await tx.query(
        `INSERT INTO rebuild (municipality, generation, state, facts_total)
         SELECT helhed.tenant(), coalesce(max(generation), 0) + 1, 'building',
           (SELECT count(*) FROM fact WHERE municipality = helhed.tenant())
         FROM rebuild WHERE municipality = helhed.tenant() ON CONFLICT DO NOTHING`,
      );
      tx.log({ kind: 'command', act: 'read-models.rebuild', subjects: [] });
      return getLatest(tx);
    });
    this.goOn(municipality);
    return begun;
  }

  /** How far the latest rebuild is. */
  progress(municipality: MunicipalityCode): Promise<RebuildView> {
    return this.database.inTransaction(municipality, getLatest);
  }

  /** Does what is left of a rebuild, in the background; after a crash the timer calls this in some instance. */
  goOn(municipality: MunicipalityCode): void {
    if (this.#stopping) return;
    const earlier = this.#running.get(municipality);
    // it may have looked for work just before this rebuild was there
    if (earlier) return void earlier.then(() => this.goOn(municipality));
    const running = this.#steps(municipality)
      .catch((error: unknown) => log.warn('will be tried again', { context: 'rebuild', municipality, error }))
      .finally(() => this.#running.delete(municipality));
    this.#running.set(municipality, running);
  }

  async onApplicationShutdown(): Promise<void> {
    this.#stopping = true;
    await Promise.all(this.#running.values());
  }

  async #steps(municipality: MunicipalityCode): Promise<void> {
    while (!this.#stopping && (await this.database.inTransaction(municipality, rebuildStep))) continue;
  }
}

async function requireMunicipality(tx: Tx): Promise<void> {
  const rows = await tx.query('SELECT FROM helhed.municipality WHERE code = helhed.tenant()');
  if (rows.length === 0) throw notFound({ da: 'Kommunen', en: 'The municipality' });
}

async function getLatest(tx: Tx): Promise<RebuildView> {
  const [found] = await tx.query<
    Omit<RebuildView, 'startedAt' | 'finishedAt'> & { startedAt: Date; finishedAt: Date | null }
  >(
    `SELECT municipality, generation, state, facts_read AS "factsRead", facts_total AS "factsTotal",
       started_at AS "startedAt", finished_at AS "finishedAt"
     FROM rebuild WHERE municipality = helhed.tenant() ORDER BY generation DESC LIMIT 1`,
  );
  if (!found) throw notFound({ da: 'En genopbygning i den kommune', en: 'A rebuild in that municipality' });
  return { ...found, startedAt: found.startedAt.toISOString(), finishedAt: found.finishedAt?.toISOString() ?? null };
}
