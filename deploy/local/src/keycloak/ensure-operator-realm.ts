import type KeycloakAdminClient from '@keycloak/keycloak-admin-client';
import { discoverIssuer } from './discover-issuer.js';
import { ensureClient } from './ensure-client.js';
import { ensureRealm } from './ensure-realm.js';
import { ensureScope } from './ensure-scope.js';
import { issuerOf, operatorClient, operatorRealm } from './realm-names.js';
import { readRealmTemplate } from './realm-template.js';

export interface OperatorPlan {
  readonly secret: string;
  /** Keycloak's public base, which issuers begin with; as Keycloak itself says unless given */
  readonly publicUrl?: string;
}

/** Makes the realm of those who run the platform and its one client, whose tokens carry `operator: true`. */
export async function ensureOperatorRealm(admin: KeycloakAdminClient, plan: OperatorPlan): Promise<{ issuer: string }> {
  const template = readRealmTemplate({ realm: operatorRealm, displayName: 'Helhed, operators' });
  await ensureRealm(admin, template);
  const clientScopeId = await ensureScope(admin, operatorRealm, template.operatorScope);
  const id = await ensureClient(admin, operatorRealm, {
    ...template.systemClient,
    clientId: operatorClient,
    secret: plan.secret,
  });
  await admin.clients.addDefaultClientScope({ realm: operatorRealm, id, clientScopeId });
  const { publicUrl } = plan;
  return {
    issuer: publicUrl ? issuerOf(publicUrl, operatorRealm) : await discoverIssuer(admin.baseUrl, operatorRealm),
  };
}
