import { monotonicMs } from '@helhed/kernel';

/** As consent gives it. */
export interface Grant {
  readonly id: string;
  /** What the data answered from must have applied */
  readonly demanded: number;
  readonly milliseconds: number;
}

/** An instance's lease in one municipality, by its own clock; asked anew for each answer, and never kept as a flag. */
export class HeldLease {
  #id: string | undefined;
  #until = Number.NEGATIVE_INFINITY;
  #demanded = 0;

  constructor(private readonly now: () => number = monotonicMs) {}

  /** Its id at consent; undefined where none was ever given. */
  get id(): string | undefined {
    return this.#id;
  }

  /** @param askedAt before the request was sent: consent may have counted from then on */
  granted(askedAt: number, { id, demanded, milliseconds }: Grant): void {
    this.#id = id;
    this.#until = Math.max(this.#until, askedAt + milliseconds);
    this.#demanded = Math.max(this.#demanded, demanded);
  }

  /** Nothing is answered by it from here on. */
  dropped(): void {
    this.#until = Number.NEGATIVE_INFINITY;
  }

  get runs(): boolean {
    return this.now() < this.#until;
  }

  /** Whether what was read at the epoch may be answered now. */
  allows(epoch: number): boolean {
    return this.runs && epoch >= this.#demanded;
  }
}
