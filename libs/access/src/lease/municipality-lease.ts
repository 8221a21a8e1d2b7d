import { setTimeout as pause } from 'node:timers/promises';
import { monotonicMs, type MunicipalityCode } from '@helhed/kernel';
import { consentUnavailable } from './consent-unavailable.js';
import { HeldLease } from './held-lease.js';
import { InFlight } from './in-flight.js';
import type { TakesLeases } from './lease-client.js';
import { countedMs } from './lease-length.js';

export interface LeaseSource {
  readonly consent: TakesLeases;
  /** The epoch that this service's database has applied */
  readonly applied: (municipality: MunicipalityCode) => Promise<number>;
  readonly report: (what: string, error: unknown) => void;
}

/** After consent did not answer nobody else is made to wait for it, for so many milliseconds. */
const failFastMs = 300;
/** When a confirmation that did not arrive is said again, in milliseconds: somebody waits for the answer to a withdrawal. */
const sayAgainMs = 100;

/** What an instance holds and owes in one municipality: its lease, the answers under way, and what it has confirmed. */
export class MunicipalityLease {
  readonly held = new HeldLease();
  readonly reads = new InFlight();
  #usedAt = monotonicMs();
  #failedAt = Number.NEGATIVE_INFINITY;
  /** When it was asked for last: consent may have given it though no answer came */
  #askedAt = Number.NEGATIVE_INFINITY;
  /** Applied here, with no answer under way that was begun before */
  #confirmed = 0;
  /** Of that, what consent is known to have heard */
  #told = 0;
  #taking: Promise<void> | undefined;
  #confirming: Promise<void> | undefined;
  #again = false;
  #leaving = false;

  constructor(
    private readonly municipality: MunicipalityCode,
    private readonly source: LeaseSource,
  ) {}

  used(): void {
    this.#usedAt = monotonicMs();
  }

  get idleMs(): number {
    return monotonicMs() - this.#usedAt;
  }

  get isFailing(): boolean {
    return monotonicMs() - this.#failedAt < failFastMs;
  }

  /** Takes or renews it; who asks meanwhile waits for the same. @throws DomainError `consent-unavailable` */
  take(): Promise<void> {
    if (this.isFailing) return Promise.reject(consentUnavailable());
    this.#taking ??= this.#take().finally(() => (this.#taking = undefined));
    return this.#taking;
  }

  async #take(): Promise<void> {
    const { consent, applied, report } = this.source;
    try {
      // Without a lease nothing is being answered: whatever is under way needs the one that is about to be given, and what
      // that demands. With one, the answers begun earlier have not ended yet.
      if (!this.held.runs) this.#confirmed = await applied(this.municipality);
      const confirmed = this.#confirmed;
      const askedAt = (this.#askedAt = monotonicMs());
      this.held.granted(askedAt, await consent.take(this.municipality, confirmed));
      this.#told = Math.max(this.#told, confirmed);
    } catch (error) {
      this.#failedAt = monotonicMs();
      report('taking a lease', error);
      throw consentUnavailable();
    }
  }

  /** Tells consent what was applied, once the answers begun before have ended. What comes meanwhile is told after it. */
  confirm(): Promise<void> {
    this.#again = true;
    this.#confirming ??= this.#confirm().finally(() => (this.#confirming = undefined));
    return this.#confirming;
  }

  /** When nothing will be answered here any more: a withdrawal then need not wait for it to run out. */
  async giveBack(): Promise<void> {
    this.#leaving = true;
    await Promise.allSettled([this.#taking, this.#confirming]);
    this.held.dropped();
    if (monotonicMs() - this.#askedAt > countedMs) return;
    this.#askedAt = Number.NEGATIVE_INFINITY;
    const { consent, report } = this.source;
    await consent.giveBack(this.municipality).catch((error: unknown) => report('giving a lease back', error));
  }

  async #confirm(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      try {
        await this.#confirmApplied();
      } catch (error) {
        this.source.report('confirming a lease', error);
        // without a lease nobody waits for it, and the next one is taken at what was applied
        if (!this.held.runs || this.#leaving) return;
        await pause(sayAgainMs);
        this.#again = true;
      }
    }
  }

  async #confirmApplied(): Promise<void> {
    const { consent, applied } = this.source;
    const epoch = await applied(this.municipality);
    if (epoch > this.#confirmed) {
      await this.reads.ended();
      this.#confirmed = Math.max(this.#confirmed, epoch);
    }
    const { id, runs } = this.held;
    if (id === undefined || !runs || this.#confirmed <= this.#told) return;
    const confirmed = this.#confirmed;
    await consent.confirm(this.municipality, id, confirmed);
    this.#told = Math.max(this.#told, confirmed);
  }
}
