import { DomainError, type MunicipalityCode } from '@helhed/kernel';
import { Latest } from './latest.js';

/** An issuer whose tokens count: a municipality's, or the operators' (no municipality). */
export interface AllowedIssuer {
  readonly issuer: string;
  readonly municipality?: MunicipalityCode;
}

/** Where the allow-list is kept: the table of municipalities in the service's own database. */
export type MunicipalityList = () => Promise<readonly { code: MunicipalityCode; issuer: string }[]>;

const refreshAfterMs = 30_000;
const shortestIntervalMs = 200;

/**
 * The issuers on the allow-list, kept in memory. An unknown one makes us look again, so that a municipality registered
 * through another instance works at once; one taken off the list is refused half a minute later at the latest.
 */
export class AllowedIssuers {
  #byIssuer: ReadonlyMap<string, AllowedIssuer> | undefined;
  readonly #latest: Latest;

  constructor(
    private readonly list: MunicipalityList,
    private readonly operatorIssuer?: string,
  ) {
    this.#latest = new Latest(() => this.#load(), shortestIntervalMs);
  }

  /** @throws DomainError `unavailable` when the issuer is unknown so far and the list cannot be read */
  async find(issuer: string): Promise<AllowedIssuer | undefined> {
    return this.known(issuer) ?? (await this.#lookAgain(() => this.#byIssuer?.get(issuer)));
  }

  async ofMunicipality(code: MunicipalityCode): Promise<AllowedIssuer | undefined> {
    return this.#ofCode(code) ?? (await this.#lookAgain(() => this.#ofCode(code)));
  }

  /** Every municipality that somebody can sign in to, as the list stands now. */
  async municipalities(): Promise<MunicipalityCode[]> {
    return this.#lookAgain(() =>
      [...(this.#byIssuer?.values() ?? [])].flatMap(({ municipality }) => municipality ?? []),
    );
  }

  /** Whether the issuer is on the list as last read. */
  known(issuer: string): AllowedIssuer | undefined {
    if (this.#byIssuer && this.#latest.age > refreshAfterMs) this.#latest.refreshBehind();
    return this.#byIssuer?.get(issuer);
  }

  #ofCode(code: MunicipalityCode): AllowedIssuer | undefined {
    return [...(this.#byIssuer?.values() ?? [])].find(({ municipality }) => municipality === code);
  }

  async #lookAgain<T>(find: () => T): Promise<T> {
    try {
      await this.#latest.refresh();
    } catch {
      throw listUnavailable();
    }
    return find();
  }

  async #load(): Promise<void> {
    const allowed = (await this.list()).map(({ code, issuer }): AllowedIssuer => ({ issuer, municipality: code }));
    if (this.operatorIssuer) allowed.push({ issuer: this.operatorIssuer });
    this.#byIssuer = new Map(allowed.map((entry) => [entry.issuer, entry]));
  }
}

const listUnavailable = (): DomainError =>
  new DomainError('unavailable', 'database-unavailable', {
    da: 'Listen over kommuner kan ikke læses lige nu. Prøv igen om lidt.',
    en: 'The list of municipalities cannot be read right now. Try again shortly.',
  });
