import type KeycloakAdminClient from '@keycloak/keycloak-admin-client';
import type { RealmTemplate } from './realm-template.js';
import { unlessExists } from './unless-exists.js';

/** Makes the realm as the template says, or brings an existing one up to it; what others added to it stays. */
export async function ensureRealm(admin: KeycloakAdminClient, template: RealmTemplate): Promise<void> {
  const { realm } = template.realm;
  const existing = await admin.realms.findOne({ realm });
  if (existing || !(await unlessExists(admin.realms.create({ ...template.realm })))) {
    await admin.realms.update({ realm }, template.realm);
  }
  await admin.clientPolicies.createProfiles({ realm, profiles: template.clientProfiles });
  await admin.clientPolicies.updatePolicy({ realm, policies: template.clientPolicies });
  await admin.users.updateProfile({ realm, ...template.userProfile });
  await closePasswordGrantOfAdminCli(admin, realm);
}

// Keycloak gives every realm a client `admin-cli` that takes passwords; the realm's console does not need it.
async function closePasswordGrantOfAdminCli(admin: KeycloakAdminClient, realm: string): Promise<void> {
  const [client] = await admin.clients.find({ realm, clientId: 'admin-cli' });
  if (!client?.id || client.enabled === false) return;
  await admin.clients.update({ realm, id: client.id }, { ...client, enabled: false, directAccessGrantsEnabled: false });
}
