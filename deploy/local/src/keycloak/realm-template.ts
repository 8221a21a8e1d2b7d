import { readFileSync } from 'node:fs';
import type ClientPolicyRepresentation from '@keycloak/keycloak-admin-client/lib/defs/clientPolicyRepresentation.js';
import type ClientProfileRepresentation from '@keycloak/keycloak-admin-client/lib/defs/clientProfileRepresentation.js';
import type ClientRepresentation from '@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js';
import type ClientScopeRepresentation from '@keycloak/keycloak-admin-client/lib/defs/clientScopeRepresentation.js';
import type RealmRepresentation from '@keycloak/keycloak-admin-client/lib/defs/realmRepresentation.js';
import type { UserProfileConfig } from '@keycloak/keycloak-admin-client/lib/defs/userProfileMetadata.js';

/** deploy/keycloak/realm-template.json with its placeholders filled. */
export interface RealmTemplate {
  readonly realm: RealmRepresentation & { readonly realm: string };
  readonly clientProfiles: ClientProfileRepresentation[];
  readonly clientPolicies: ClientPolicyRepresentation[];
  readonly userProfile: UserProfileConfig;
  readonly municipalityScope: ClientScopeRepresentation & { readonly name: string };
  readonly operatorScope: ClientScopeRepresentation & { readonly name: string };
  readonly systemClient: ClientRepresentation;
  readonly pagesClient: ClientRepresentation & { readonly clientId: string };
  /** The service that mirrors the units, and its roles of `realm-management`: all that any service may see of Keycloak */
  readonly unitMirror: { readonly clientId: string; readonly roles: readonly string[] };
  readonly demoClient: ClientRepresentation & { readonly clientId: string };
}

export interface TemplateValues {
  readonly realm: string;
  readonly displayName: string;
  readonly municipality?: string;
  /** Where browsers reach the pages */
  readonly pagesUrl?: string;
}

const file = new URL('../../../keycloak/realm-template.json', import.meta.url);

export function readRealmTemplate(values: TemplateValues): RealmTemplate {
  const filled: Record<string, string> = {
    REALM: values.realm,
    DISPLAY_NAME: values.displayName,
    MUNICIPALITY_CODE: values.municipality ?? '',
    PAGES_URL: values.pagesUrl ?? '',
  };
  // Keycloak's own message keys (`${username}`) look the same and pass through.
  const text = readFileSync(file, 'utf8').replace(/\$\{([A-Z_]+)\}/g, (whole, name: string) => {
    const value = filled[name];
    return value === undefined ? whole : JSON.stringify(value).slice(1, -1);
  });
  return JSON.parse(text) as RealmTemplate;
}
