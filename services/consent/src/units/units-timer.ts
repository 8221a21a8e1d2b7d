import { Database, Workers } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';
import { log } from '@helhed/telemetry';
import { Timer } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { KeycloakDirectory } from './keycloak-directory.js';
import { MirrorUnits } from './mirror-units.js';

const everyMs = 500;
const restMs = 5_000;

interface Watch {
  readonly mirror: MirrorUnits;
  running?: Promise<void> | undefined;
  restUntil: number;
}

/** Looks at every municipality's Keycloak, each by itself, so that one that is slow holds up no other. */
@Injectable()
export class UnitsTimer extends Timer {
  readonly #watched = new Map<MunicipalityCode, Watch>();

  constructor(
    private readonly database: Database,
    private readonly workers: Workers,
    private readonly directory: KeycloakDirectory,
  ) {
    super('units', everyMs);
  }

  override async onApplicationShutdown(): Promise<void> {
    await super.onApplicationShutdown();
    for (const { running } of this.#watched.values()) await running;
  }

  async run(): Promise<void> {
    // a database that is down is reported by whoever needs it next
    const known = await this.workers
      .query<{ code: MunicipalityCode }>('SELECT code FROM helhed.municipality')
      .catch(() => []);
    for (const { code } of known) {
      const watch = this.#watched.get(code) ?? this.#begin(code);
      if (watch.running || performance.now() < watch.restUntil) continue;
      watch.running = this.#mirror(watch).finally(() => (watch.running = undefined));
    }
  }

  #begin(code: MunicipalityCode): Watch {
    const watch = { mirror: new MirrorUnits(this.database, this.directory, code), restUntil: 0 };
    this.#watched.set(code, watch);
    return watch;
  }

  async #mirror(watch: Watch): Promise<void> {
    try {
      await watch.mirror.run();
    } catch (error) {
      watch.restUntil = performance.now() + restMs;
      log.warn('will be tried again', { context: `units of ${watch.mirror.municipality}`, error });
    }
  }
}
