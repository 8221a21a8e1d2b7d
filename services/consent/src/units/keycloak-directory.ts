import { realmOf, type AllowedIssuers, type ServiceTokens } from '@helhed/access';
import type { MunicipalityCode } from '@helhed/kernel';
import type { Group } from './unit-tree.js';

/** What somebody changed in a realm through the console or the admin API. */
export interface AdminEvent {
  readonly id: string;
  /** Milliseconds since 1970, by Keycloak's clock */
  readonly time: number;
  readonly resourceType: string;
  /** `users/<id>/groups/<id>`, `groups/<id>`, … */
  readonly resourcePath?: string;
}

/** An account, as far as it is read here. */
export interface User {
  readonly username: string;
  readonly firstName?: string;
  readonly lastName?: string;
}

const timeoutMs = 5_000;
/** More than these since the last look are not gone through one by one. */
export const mostEvents = 500;

/**
 * Keycloak's admin API as this service's own client sees it: with the rights `view-events` and `view-users` in the
 * municipality's realm, and no others. Without a right the answer is 403, never fewer groups.
 */
export class KeycloakDirectory {
  constructor(
    private readonly issuers: AllowedIssuers,
    private readonly tokens: ServiceTokens,
    /** Where the services reach Keycloak */
    private readonly keycloakUrl: () => string,
  ) {}

  /** Newest first; times are inclusive. */
  events(code: MunicipalityCode, since: number): Promise<AdminEvent[]> {
    const query = new URLSearchParams({ dateFrom: String(since), max: String(mostEvents) });
    for (const type of ['GROUP', 'GROUP_MEMBERSHIP', 'USER']) query.append('resourceTypes', type);
    return this.#get(code, `admin-events?${query.toString()}`);
  }

  /** The groups below one, or those at the top of the realm. */
  groups(code: MunicipalityCode, below?: Group): Promise<Group[]> {
    const path = below === undefined ? 'groups' : `groups/${encodeURIComponent(below.id)}/children`;
    return this.#get(code, `${path}?briefRepresentation=false&max=-1`, below && []);
  }

  /** Whether a group has this unit code. */
  async hasUnit(code: MunicipalityCode, unit: string): Promise<boolean> {
    const query = new URLSearchParams({
      q: `unit:"${unit}"`,
      populateHierarchy: 'false',
      briefRepresentation: 'false',
    });
    const found = await this.#get<Group[]>(code, `groups?${query.toString()}`);
    return found.some(({ attributes }) => attributes?.['unit']?.[0] === unit);
  }

  /** The `sub`s of a group's members; none of a group that is gone. */
  async members(code: MunicipalityCode, group: string): Promise<string[]> {
    const path = `groups/${encodeURIComponent(group)}/members?briefRepresentation=true&max=-1`;
    return (await this.#get<{ id: string }[]>(code, path, [])).map(({ id }) => id);
  }

  /** The ids of the groups that somebody is in; none of somebody who is gone. */
  async groupsOf(code: MunicipalityCode, sub: string): Promise<string[]> {
    const path = `users/${encodeURIComponent(sub)}/groups?briefRepresentation=true&max=-1`;
    return (await this.#get<{ id: string }[]>(code, path, [])).map(({ id }) => id);
  }

  /** Null of somebody who is gone. */
  user(code: MunicipalityCode, sub: string): Promise<User | null> {
    return this.#get<User | null>(code, `users/${encodeURIComponent(sub)}`, null);
  }

  /** @throws Error for every answer but 200, and 404 where `gone` says what that means */
  async #get<T>(code: MunicipalityCode, path: string, gone?: T): Promise<T> {
    const allowed = await this.issuers.ofMunicipality(code);
    if (!allowed) throw new Error(`municipality ${code} has no issuer`);
    const url = `${this.keycloakUrl()}/admin/realms/${realmOf(allowed.issuer)}/${path}`;
    const headers = { authorization: `Bearer ${await this.tokens.forMunicipality(code)}` };
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(timeoutMs) });
    if (response.ok) return (await response.json()) as T;
    await response.body?.cancel();
    if (response.status === 404 && gone !== undefined) return gone;
    throw new Error(`Keycloak answered ${response.status} to ${path.split('?', 1)[0]?.split('/', 1)[0]}`);
  }
}
