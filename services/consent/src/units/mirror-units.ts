import type { Database } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';
import { log } from '@helhed/telemetry';
import { mostEvents, type AdminEvent, type KeycloakDirectory } from './keycloak-directory.js';
import { readUnits, type Reading } from './read-units.js';
import { knownUnits, tellUnits, timesTold } from './tell-units.js';

type Directory = Pick<KeycloakDirectory, 'events' | 'groups' | 'hasUnit' | 'members' | 'groupsOf'>;

const safetyNetMs = 5 * 60_000;
/** An event may be committed after a later one was seen, and tell of an earlier time. */
const overlapMs = 10_000;

/**
 * Keeps one municipality's units as its Keycloak has them. Its admin events say when to look; what is, the groups say. After
 * anything went wrong, at the start and every five minutes everything is read: nothing is lost while Keycloak is down.
 */
export class MirrorUnits {
  #last: Reading | undefined;
  #readAt = 0;
  #newest = 0;
  #heard = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    readonly municipality: MunicipalityCode,
  ) {}

  /** One look. @returns how many events it told */
  async run(): Promise<number> {
    const last = performance.now() - this.#readAt > safetyNetMs ? undefined : this.#last;
    this.#last = undefined; // until this round has come to its end, the next one reads everything
    const events = await this.directory.events(this.municipality, Math.max(0, this.#newest - overlapMs));
    const unheard = events.filter(({ id }) => !this.#heard.has(id));
    const told =
      last && unheard.length === 0 ? 0 : await this.#tell(events.length < mostEvents ? last : undefined, unheard);
    this.#last ??= last;
    this.#newest = Math.max(this.#newest, ...events.map(({ time }) => time));
    this.#heard = new Set(events.map(({ id }) => id));
    return told;
  }

  async #tell(last: Reading | undefined, events: readonly AdminEvent[]): Promise<number> {
    const { municipality, database, directory } = this;
    const [before, known] = await database.inTransaction(
      municipality,
      async (tx) => [await timesTold(tx), await knownUnits(tx)] as const,
    );
    if (!last) this.#readAt = performance.now();
    const reading = await readUnits(directory, municipality, known, last, events);
    const { slips } = reading.tree;
    if (slips.length > 0 && !last)
      log.warn('groups whose unit code is none, or another’s', { municipality, count: slips.length });
    const told = await database.inTransaction(municipality, (tx) => tellUnits(tx, reading, before));
    if (told === undefined) throw new Error('another instance told the units meanwhile');
    this.#last = reading;
    return told;
  }
}
