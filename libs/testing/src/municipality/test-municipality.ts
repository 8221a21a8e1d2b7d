import { randomInt } from 'node:crypto';
import type { Context } from '@helhed/contracts';
import { clientSecretIn } from '@helhed/kernel';
import {
  connectAdmin,
  createMunicipality,
  createSystemClient,
  createUser,
  demoUnits,
  keepFresh,
  newPassword,
  perService,
  tokenForClient,
  tokenForUser,
  type UnitPlan,
} from '@helhed/local';
import { testServers } from '../servers/test-servers.js';

/** Somebody or something with a token of this municipality. */
export interface TestActor {
  /** `sub` of its tokens. */
  readonly sub: string;
  readonly name: string;
  /** With which a person signs in to the pages; none of a client. */
  readonly password?: string;
  /** A valid token, asked for anew only when the last one is about to run out. */
  readonly token: () => Promise<string>;
}

export interface TestMunicipality {
  readonly code: string;
  readonly realm: string;
  readonly issuer: string;
  /** A person who holds these functions, such as `visitation:triager`; made at the first call for a list. */
  person(...functions: string[]): Promise<TestActor>;
  /** Somebody with an account and no function, another one for each name; a citizen once the account is linked. */
  citizen(name: string): Promise<TestActor>;
  /** A department's own system, such as `system('dagtilbud', 'db-solsikken:referrer')`. */
  system(clientId: string, ...functions: string[]): Promise<TestActor>;
  /** One of the five services, as it signs in to another. */
  service(name: Context): TestActor;
}

export interface TestMunicipalityOptions {
  /** Absent: a code that no realm of this Keycloak has. */
  code?: string;
  name?: string;
  units?: readonly UnitPlan[];
  /** Secrets of the services' clients; needed where running services sign in to this municipality. */
  serviceSecrets?: Readonly<Record<Context, string>>;
  /** Where browsers reach the pages; needed where people sign in to them. */
  pagesUrl?: string;
  keycloak?: { url: string; admin: { username: string; password: string } };
}

type Admin = Awaited<ReturnType<typeof connectAdmin>>;

/** A municipality of the caller's own: a fresh realm with units and functions, in the run's Keycloak. */
export async function testMunicipality(options: TestMunicipalityOptions = {}): Promise<TestMunicipality> {
  const keycloak = options.keycloak ?? (await testServers().keycloak());
  const admin = await connectAdmin({ url: keycloak.url, ...keycloak.admin });
  const code = options.code ?? (await unusedCode(admin));
  const serviceSecrets = options.serviceSecrets ?? perService(newPassword);
  const { name = 'Prøvekøbing', units = demoUnits, pagesUrl } = options;
  const { realm, issuer } = await createMunicipality(admin, {
    code,
    name,
    units,
    serviceSecrets,
    pagesUrl,
    demo: true,
  });

  const byClient = (clientId: string, secret: string) =>
    keepFresh(() => tokenForClient(keycloak.url, realm, clientId, secret));

  const newPerson = async (functions: readonly string[], number: number): Promise<TestActor> => {
    const username = `person-${number}`;
    const password = newPassword();
    const sub = await createUser(admin, code, {
      username,
      password,
      firstName: 'Person',
      lastName: `Nummer ${number}`,
      functions,
    });
    const token = keepFresh(() => tokenForUser(keycloak.url, code, username, password));
    return { sub, name: username, password, token };
  };
  const newSystem = async (clientId: string, functions: readonly string[]): Promise<TestActor> => {
    const secret = newPassword();
    const sub = await createSystemClient(admin, code, { clientId, secret, functions });
    return { sub, name: clientId, token: byClient(clientId, secret) };
  };

  const people = new Map<string, Promise<TestActor>>();
  const systems = new Map<string, Promise<TestActor>>();
  const once = (
    made: Map<string, Promise<TestActor>>,
    key: string,
    make: () => Promise<TestActor>,
  ): Promise<TestActor> => {
    const actor = made.get(key) ?? make();
    made.set(key, actor);
    return actor;
  };
  return {
    code,
    realm,
    issuer,
    person: (...functions) => once(people, functions.join(), () => newPerson(functions, people.size + 1)),
    citizen: (name) => once(people, `citizen ${name}`, () => newPerson([], people.size + 1)),
    system: (clientId, ...functions) => once(systems, clientId, () => newSystem(clientId, functions)),
    service: (name) => ({
      sub: `service-account-${name}`,
      name,
      token: byClient(name, clientSecretIn(realm, serviceSecrets[name])),
    }),
  };
}

async function unusedCode(admin: Admin): Promise<string> {
  for (;;) {
    // Denmark's municipalities have codes from 0101 to 0860: those above are nobody's.
    const code = String(randomInt(1000, 10_000));
    if (!(await admin.realms.findOne({ realm: `kommune-${code}` }))) return code;
  }
}
