import type KeycloakAdminClient from '@keycloak/keycloak-admin-client';
import { holdFunctions } from './create-function.js';
import { ensureClient } from './ensure-client.js';
import { realmOf } from './realm-names.js';
import { readRealmTemplate } from './realm-template.js';

export interface SystemClientPlan {
  /** What tokens carry as `azp`, such as `dagtilbud-nyborg` */
  readonly clientId: string;
  readonly secret: string;
  readonly name?: string;
  /** Functions that the system itself holds, such as `db-solsikken:referrer` */
  readonly functions?: readonly string[];
}

/** Makes the client of a service or of a department's system: a service account and nothing else. Returns its `sub`. */
export async function createSystemClient(
  admin: KeycloakAdminClient,
  municipality: string,
  plan: SystemClientPlan,
): Promise<string> {
  const realm = realmOf(municipality);
  const { systemClient } = readRealmTemplate({ realm, displayName: '', municipality });
  const { clientId, secret, name } = plan;
  const id = await ensureClient(admin, realm, { ...systemClient, clientId, secret, name });
  const account = await admin.clients.getServiceAccountUser({ realm, id });
  if (!account.id) throw new Error(`Client ${clientId} has no service account in realm ${realm}`);
  await holdFunctions(admin, municipality, account.id, plan.functions ?? []);
  return account.id;
}
