import { personToken, systemToken } from '@helhed/client';
import { contexts } from '@helhed/contracts';
import {
  connectAdmin,
  createMunicipality,
  createUser,
  keepFresh,
  newPassword,
  realmOf,
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
    /** Everybody's, with which they sign in to the pages. */
    readonly password: string,
  ) {}

  static async make(target: Target, api: Api, name: string, people: People): Promise<StoryMunicipality> {
    const admin = await connectAdmin(target.keycloak);
    const code = await inventCode(async (drawn) => Boolean(await admin.realms.findOne({ realm: realmOf(drawn) })));
    // hexadecimal: none of the names below can be within it, which a realm refuses
    const secret = newPassword();
    const { url } = target.keycloak;
    // people sign in to a department's system with `demo-cli`, whose tokens it exchanges for its own
    const exchangesTokensOf = ['demo-cli'];
    const systems = Object.entries(people.systems).map(([clientId, functions]) => ({
      clientId,
      secret,
      functions,
      exchangesTokensOf,
    }));
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
    for (const { clientId } of systems) {
      const client = { issuer: realm, clientId, clientSecret: secret };
      callers[clientId] = systemToken(client);
      for (const username of Object.keys(people.users))
        callers[`${username}@${clientId}`] = personToken(client, callers[username] as Caller);
    }
    const municipality = new StoryMunicipality(made, api, target.operator, subjects, callers, secret);
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

/**
 * A code that is nobody's: Danish municipalities have codes from 101 to 860, and no other story on the platform has it.
 * @param isTaken of the codes drawn until one is not
 */
export async function inventCode(
  isTaken: (code: string) => Promise<boolean>,
  draw = () => String(1000 + (randomBytes(4).readUInt32BE() % 9000)),
): Promise<string> {
  for (;;) {
    const code = draw();
    if (!(await isTaken(code))) return code;
  }
}
