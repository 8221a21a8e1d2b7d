import type KeycloakAdminClient from '@keycloak/keycloak-admin-client';
import type ClientScopeRepresentation from '@keycloak/keycloak-admin-client/lib/defs/clientScopeRepresentation.js';
import { unlessExists } from './unless-exists.js';

/**
 * Makes a client scope and its mappers, or sets them back to what the template says.
 * It comes after the realm: a realm representation with client scopes of its own would lose Keycloak's built-in ones.
 */
export async function ensureScope(
  admin: KeycloakAdminClient,
  realm: string,
  scope: ClientScopeRepresentation & { readonly name: string },
): Promise<string> {
  const created = await unlessExists(admin.clientScopes.create({ realm, ...scope }));
  if (created) return created.id;
  const existing = await admin.clientScopes.findOneByName({ realm, name: scope.name });
  if (!existing?.id) throw new Error(`Keycloak has no client scope ${scope.name} in realm ${realm}`);
  const id = existing.id;
  for (const mapper of scope.protocolMappers ?? []) {
    const found = existing.protocolMappers?.find(({ name }) => name === mapper.name);
    if (found?.id) {
      await admin.clientScopes.updateProtocolMapper({ realm, id, mapperId: found.id }, { ...mapper, id: found.id });
    } else {
      await unlessExists(admin.clientScopes.addProtocolMapper({ realm, id }, mapper));
    }
  }
  return id;
}
