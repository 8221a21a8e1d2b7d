import { Listener, type Workers } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';
import { epochChannel } from '../facts/raise-epoch.js';
import { renewEveryMs } from './lease-length.js';
import { MunicipalityLease, type LeaseSource } from './municipality-lease.js';

/** Who answers nothing revocable for so long, in milliseconds, renews no more. */
const keepForMs = 120_000;

/** The leases of one instance of a service: taken when something revocable is first looked at, renewed while that goes on. */
export class Leases {
  readonly #all = new Map<MunicipalityCode, MunicipalityLease>();
  readonly #listener: Listener;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly source: LeaseSource,
    { url }: Pick<Workers, 'url'>,
  ) {
    this.#listener = new Listener(url, epochChannel, (municipality) => this.#raised(municipality));
  }

  start(): void {
    this.#listener.start();
    this.#timer = setInterval(() => this.#renew(), renewEveryMs);
    this.#timer.unref();
  }

  /** After the last answer was sent: what is still held is given back. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#listener.stop();
    await Promise.all([...this.#all.values()].map((lease) => lease.giveBack()));
  }

  in(municipality: MunicipalityCode): MunicipalityLease {
    const lease = this.#all.get(municipality) ?? new MunicipalityLease(municipality, this.source);
    this.#all.set(municipality, lease);
    return lease;
  }

  #raised(municipality: string | undefined): void {
    for (const [of, lease] of this.#all)
      if (municipality === undefined || of === municipality) void this.#confirmed(lease);
  }

  /** A renewal looks for itself what was applied: what is notified may be missed. */
  #renew(): void {
    for (const lease of this.#all.values()) {
      if (lease.idleMs > keepForMs || lease.held.id === undefined) continue;
      void lease.take().catch(() => undefined);
      void this.#confirmed(lease);
    }
  }

  #confirmed(lease: MunicipalityLease): Promise<void> {
    return lease.held.runs ? lease.confirm() : Promise.resolve();
  }
}
