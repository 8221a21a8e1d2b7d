/** What is told of a referral: its id and a type. */
export interface Told {
  readonly referral: string;
  readonly type: string;
}

/** Before these nobody has agreed that the sender hears of the referral, or what was agreed has not come to its owner yet. */
const early = ['referral.received', 'referral.triage-started'];

/** What the sender's system may be told of each referral, and what it must be. */
export class OracleOfTold {
  readonly #happened = new Map<string, string[]>();
  readonly #endsTelling = new Set<string>();

  happened(referral: string, ...types: readonly string[]): void {
    this.#happened.set(referral, [...this.may(referral), ...types.map((type) => `referral.${type}`)]);
  }

  /** From now on nothing must come of it: the parents took it back, or it may be erased before it is told. */
  endsTelling(referral: string): void {
    this.#endsTelling.add(referral);
  }

  may(referral: string): readonly string[] {
    return this.#happened.get(referral) ?? [];
  }

  /** Each as `id type`. */
  must(): string[] {
    return [...this.#happened]
      .filter(([referral]) => !this.#endsTelling.has(referral))
      .flatMap(([referral, types]) => types.map((type) => ({ referral, type })))
      .filter(({ type }) => !early.includes(type))
      .map(lineOf)
      .toSorted();
  }

  get count(): number {
    return [...this.#happened.values()].flat().length;
  }
}

export const lineOf = ({ referral, type }: Told): string => `${referral} ${type}`;
