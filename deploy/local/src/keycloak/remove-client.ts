import type KeycloakAdminClient from '@keycloak/keycloak-admin-client';

/** Takes a client out of the realm, and with it every session that it gave; nothing happens where there is none. */
export async function removeClient(
  admin: KeycloakAdminClient,
  realm: string,
  { clientId }: { readonly clientId: string },
): Promise<void> {
  for (const { id } of await admin.clients.find({ realm, clientId })) if (id) await admin.clients.del({ realm, id });
}
