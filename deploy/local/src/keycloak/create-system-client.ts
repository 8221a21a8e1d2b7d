import type KeycloakAdminClient from '@keycloak/keycloak-admin-client';
import { holdFunctions } from './create-function.js';
import { ensureClient } from './ensure-client.js';
import { realmOf } from './realm-names.js';
import { readRealmTemplate } from './realm-template.js';
import { unlessExists } from './unless-exists.js';

export interface SystemClientPlan {
  /** What tokens carry as `azp`, such as `dagtilbud-nyborg` */
  readonly clientId: string;
  readonly secret: string;
  readonly name?: string;
  /** Functions that the system itself holds, such as `db-solsikken:referrer` */
  readonly functions?: readonly string[];
  /** Clients whose users' tokens it may exchange for its own (RFC 8693): where its users sign in */
  readonly exchangesTokensOf?: readonly string[];
}

/** Makes the client of a service or of a department's system: a service account and nothing else. Returns its `sub`. */
export async function createSystemClient(
  admin: KeycloakAdminClient,
  municipality: string,
  plan: SystemClientPlan,
): Promise<string> {
  const realm = realmOf(municipality);
  const { systemClient } = readRealmTemplate({ realm, displayName: '', municipality });
  const { clientId, secret, name, exchangesTokensOf = [] } = plan;
  const attributes = { 'standard.token.exchange.enabled': String(exchangesTokensOf.length > 0) };
  const id = await ensureClient(admin, realm, { ...systemClient, clientId, secret, name, attributes });
  for (const signIn of exchangesTokensOf) await addAudience(admin, realm, signIn, clientId);
  const account = await admin.clients.getServiceAccountUser({ realm, id });
  if (!account.id) throw new Error(`Client ${clientId} has no service account in realm ${realm}`);
  await holdFunctions(admin, municipality, account.id, plan.functions ?? []);
  return account.id;
}

/** Keycloak exchanges a token only for a client that its audience names. */
async function addAudience(admin: KeycloakAdminClient, realm: string, of: string, audience: string): Promise<void> {
  const [client] = await admin.clients.find({ realm, clientId: of });
  if (!client?.id) throw new Error(`Keycloak has no client ${of} in realm ${realm}`);
  const mapper = {
    name: `audience ${audience}`,
    protocol: 'openid-connect',
    protocolMapper: 'oidc-audience-mapper',
    config: {
      'included.client.audience': audience,
      'access.token.claim': 'true',
      'id.token.claim': 'false',
      'introspection.token.claim': 'true',
    },
  };
  await unlessExists(admin.clients.addProtocolMapper({ realm, id: client.id }, mapper));
}
