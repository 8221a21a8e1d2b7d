import type KeycloakAdminClient from '@keycloak/keycloak-admin-client';
import type { RealmTemplate } from './realm-template.js';

/** Gives the service account of a client exactly these roles of `realm-management` in its realm. */
export async function grantRights(
  admin: KeycloakAdminClient,
  realm: string,
  { clientId, roles }: RealmTemplate['unitMirror'],
): Promise<void> {
  const [client] = await admin.clients.find({ realm, clientId });
  const [management] = await admin.clients.find({ realm, clientId: 'realm-management' });
  if (!client?.id || !management?.id) throw new Error(`Realm ${realm} has no client ${clientId}`);
  const account = await admin.clients.getServiceAccountUser({ realm, id: client.id });
  const of = { realm, id: account.id ?? '', clientUniqueId: management.id };
  const held = await admin.users.listClientRoleMappings(of);
  const extra = held.filter(({ name }) => !roles.includes(name ?? ''));
  const known = await admin.clients.listRoles({ realm, id: management.id });
  const missing = known.filter(({ name }) => roles.includes(name ?? '') && !held.some((role) => role.name === name));
  const named = (list: typeof known) => list.map(({ id, name }) => ({ id: id ?? '', name: name ?? '' }));
  if (extra.length > 0) await admin.users.delClientRoleMappings({ ...of, roles: named(extra) });
  if (missing.length > 0) await admin.users.addClientRoleMappings({ ...of, roles: named(missing) });
}
