import { Workers } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { LeaseLedger, type LeaseRow } from './lease-ledger.js';
import { thisServer } from './this-server.js';

// the release before raises `renewal` alone
const grant = `renewal || '/' || given`;

interface Given extends LeaseRow {
  readonly municipality: MunicipalityCode;
}

/** The leases that were given, as this instance of consent sees them. */
@Injectable()
export class LeasesGiven {
  readonly #leases = new LeaseLedger();
  readonly #servers = new LeaseLedger();

  constructor(private readonly workers: Workers) {}

  /** Milliseconds for which somebody may still answer from before the epoch; not positive: nobody does. */
  async left(municipality: MunicipalityCode, epoch: number): Promise<number> {
    const behind = this.workers.query<LeaseRow>(
      `SELECT id, ${grant} AS "grant" FROM lease WHERE municipality = $1 AND epoch < $2`,
      [municipality, epoch],
    );
    const [unknown, rows] = await Promise.all([this.#unknownServer(), behind]);
    return Math.max(0, unknown, ...rows.map((row) => this.#leases.left(row)));
  }

  /** Takes away the rows of those who have run out, as by an instance that is gone: nobody waits for them again. */
  async sweep(): Promise<void> {
    const rows = await this.workers.query<Given>(`SELECT municipality, id, ${grant} AS "grant" FROM lease`);
    this.#leases.keepOnly(rows);
    for (const row of rows)
      if (this.#leases.left(row) <= 0)
        await this.workers.query(`DELETE FROM lease WHERE municipality = $1 AND id = $2 AND ${grant} = $3`, [
          row.municipality,
          row.id,
          row.grant,
        ]);
  }

  /**
   * A server that is not the one written down may lack the newest leases: for as long as one lasts nothing is answered by
   * its not being there. @returns milliseconds left of that
   */
  async #unknownServer(): Promise<number> {
    const [row] = await this.workers.query<{ server: string; known: boolean }>(
      `SELECT ${thisServer} AS server, EXISTS (SELECT FROM lease_server WHERE server = ${thisServer}) AS known`,
    );
    if (!row || row.known) return 0;
    const left = this.#servers.left({ id: 'server', grant: row.server });
    if (left > 0) return left;
    await this.workers.query(
      'INSERT INTO lease_server (server) VALUES ($1) ON CONFLICT (one) DO UPDATE SET server = $1',
      [row.server],
    );
    return 0;
  }
}
