import { systemToken } from '@helhed/client';
import { contexts } from '@helhed/contracts';
import {
  connectAdmin,
  createMunicipality,
  createUser,
  keepFresh,
  newPassword,
  tokenForUser,
  type Municipality,
} from '@helhed/local';
import { randomBytes } from 'node:crypto';
import type { Api, Caller } from './api.js';
import type { Target } from './target.js';

export interface People {
  readonly units: readonly { code: string; name: string; functions: readonly string[] }[];
  /** username → functions in units */
  readonly users: Readonly<Record<string, readonly string[]>>;
  /** client → functions in units */
  readonly systems: Readonly<Record<string, readonly string[]>>;
}

/** A municipality of the story's own, on a platform that may serve others: made, registered, with its people and a clock. */
export class StoryMunicipality {
  private constructor(
    readonly made: Municipality,
    readonly api: Api,
    readonly operator: Caller,
    readonly subjects: Readonly<Record<string, string>>,
    readonly callers: Readonly<Record<string, Caller>>,
  ) {}

  /** @param code four digits that no other municipality of the platform has */
  static async make(target: Target, api: Api, code: string, name: string, people: People): Promise<StoryMunicipality> {
    const admin = await connectAdmin(target.keycloak);
    // hexadecimal: none of the names below can be within it, which a realm refuses
    const secret = newPassword();
    const { url } = target.keycloak;
    const systems = Object.entries(people.systems).map(([clientId, functions]) => ({ clientId, secret, functions }));
    const made = await createMunicipality(admin, {
      code,
      name,
      serviceSecrets: target.serviceSecrets,
      pagesUrl: target.base,
      units: people.units,
      systems,
      demo: true,
    });
    const subjects: Record<string, string> = {};
    const callers: Record<string, Caller> = {};
    for (const [username, functions] of Object.entries(people.users)) {
      subjects[username] = await createUser(admin, code, {
        username,
        password: secret,
        firstName: username,
        lastName: 'Prøve',
        functions,
      });
      callers[username] = keepFresh(() => tokenForUser(url, code, username, secret));
    }
    const realm = `${url.replace(/\/+$/, '')}/realms/${made.realm}`;
    for (const { clientId } of systems)
      callers[clientId] = systemToken({ issuer: realm, clientId, clientSecret: secret });
    const municipality = new StoryMunicipality(made, api, target.operator, subjects, callers);
    await municipality.#everywhere(`municipalities/${code}`, { issuer: made.issuer });
    return municipality;
  }

  as(who: string): Caller {
    const caller = this.callers[who];
    if (!caller) throw new Error(`nobody is called ${who}`);
    return caller;
  }

  /** Sets the municipality's clock in every service. */
  async setTime(instant: Date): Promise<void> {
    await this.#everywhere(`clock/${this.made.code}`, { offsetMs: instant.getTime() - Date.now() });
  }

  async #everywhere(operation: string, body: unknown): Promise<void> {
    await Promise.all(
      contexts.map((service) => this.api.put(`/${service}/v1/operations/${operation}`, { as: this.operator, body })),
    );
  }
}

/** A code that is nobody's: Danish municipalities have codes from 101 to 860. */
export const inventedCode = (): string => String(1000 + (randomBytes(4).readUInt32BE() % 9000));
