import { keepFresh, tokenForClient, tokenForUser } from '../keycloak/tokens.js';
import type { Caller } from './demo-api.js';
import type { DemoMunicipality } from './people.js';

/** The demo users of one municipality, by username, and its day cares' system. */
export interface DemoCallers {
  person(username: string): Caller;
  system: Caller;
  /** The first person who holds this function somewhere in the municipality. */
  holder(functionCode: string): Caller;
}

export function demoCallers(
  keycloakUrl: string,
  municipality: DemoMunicipality,
  passwords: Readonly<Record<string, string>>,
): DemoCallers {
  const { code, people, system } = municipality;
  const person = (username: string): Caller =>
    keepFresh(() => tokenForUser(keycloakUrl, code, username, passwords[username] ?? ''));
  return {
    person,
    system: keepFresh(() =>
      tokenForClient(keycloakUrl, `kommune-${code}`, system.clientId, passwords[system.clientId] ?? ''),
    ),
    holder(functionCode) {
      const found = people.find(
        ({ functions }) => functions.length === 1 && functions[0]?.endsWith(`:${functionCode}`),
      );
      if (found === undefined) throw new Error(`nobody of ${code} holds ${functionCode}`);
      return person(found.username);
    },
  };
}
