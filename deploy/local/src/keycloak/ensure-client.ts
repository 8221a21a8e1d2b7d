import type KeycloakAdminClient from '@keycloak/keycloak-admin-client';
import type ClientRepresentation from '@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js';
import { unlessExists } from './unless-exists.js';

/** Makes a client or changes an existing one to what is asked; returns Keycloak's id of it. */
export async function ensureClient(
  admin: KeycloakAdminClient,
  realm: string,
  client: ClientRepresentation & { readonly clientId: string },
): Promise<string> {
  const created = await unlessExists(admin.clients.create({ realm, ...client }));
  if (created) return created.id;
  const [existing] = await admin.clients.find({ realm, clientId: client.clientId });
  if (!existing?.id) throw new Error(`Keycloak has no client ${client.clientId} in realm ${realm}`);
  const attributes = { ...existing.attributes, ...client.attributes };
  await admin.clients.update({ realm, id: existing.id }, { ...existing, ...client, attributes });
  return existing.id;
}
