import { clientSecretIn, pagesSecretIn } from '@helhed/kernel';
import type KeycloakAdminClient from '@keycloak/keycloak-admin-client';
import { createSystemClient, type SystemClientPlan } from './create-system-client.js';
import { createUnit, type UnitPlan } from './create-unit.js';
import { createUser, type UserPlan } from './create-user.js';
import { discoverIssuer } from './discover-issuer.js';
import { ensureClient } from './ensure-client.js';
import { ensureRealm } from './ensure-realm.js';
import { ensureScope } from './ensure-scope.js';
import { grantRights } from './grant-rights.js';
import { issuerOf, realmOf } from './realm-names.js';
import { readRealmTemplate } from './realm-template.js';
import { removeClient } from './remove-client.js';
import { unlessExists } from './unless-exists.js';

/** The services' clients: their ids are what the services know each other by (`azp`). */
export const serviceClients = ['referral', 'family-plan', 'scheduling', 'consent', 'reporting'] as const;
export type ServiceClient = (typeof serviceClients)[number];

export interface MunicipalityPlan {
  /** Four digits, such as `0450` */
  readonly code: string;
  /** Without "Kommune", such as `Nyborg` */
  readonly name: string;
  /** Keycloak's public base, which issuers begin with; as Keycloak itself says unless given */
  readonly publicUrl?: string;
  /** Each service's own secret; its client's in the realm is made from it (`clientSecretIn`) */
  readonly serviceSecrets: Readonly<Record<ServiceClient, string>>;
  /** Where browsers reach the pages, such as `https://helhed.example`; absent: nobody signs in to pages, or as before */
  readonly pagesUrl?: string;
  readonly units?: readonly UnitPlan[];
  readonly users?: readonly UserPlan[];
  readonly systems?: readonly SystemClientPlan[];
  /** Whether people get tokens for their password through the client `demo-cli`; HELHED_DEMO=1 unless given. Where not, the client goes. */
  readonly demo?: boolean;
}

export interface Municipality {
  readonly code: string;
  readonly realm: string;
  readonly issuer: string;
}

const isDemo = ({ demo }: MunicipalityPlan): boolean => demo ?? process.env['HELHED_DEMO'] === '1';

/** Makes a municipality's realm from the template, or brings an existing one up to plan and template. */
export async function createMunicipality(admin: KeycloakAdminClient, plan: MunicipalityPlan): Promise<Municipality> {
  const realm = realmOf(plan.code);
  const { code: municipality, pagesUrl, serviceSecrets } = plan;
  const template = readRealmTemplate({ realm, displayName: `${plan.name} Kommune`, municipality, pagesUrl });
  await ensureRealm(admin, template);
  const scope = await ensureScope(admin, realm, template.municipalityScope);
  await unlessExists(admin.clientScopes.addDefaultClientScope({ realm, id: scope }));
  for (const clientId of serviceClients) {
    const secret = clientSecretIn(realm, serviceSecrets[clientId]);
    await createSystemClient(admin, plan.code, { clientId, secret });
  }
  if (pagesUrl !== undefined)
    await ensureClient(admin, realm, { ...template.pagesClient, secret: pagesSecretIn(realm, serviceSecrets.consent) });
  await grantRights(admin, realm, template.unitMirror);
  await (isDemo(plan) ? ensureClient : removeClient)(admin, realm, template.demoClient);
  for (const unit of plan.units ?? []) await createUnit(admin, plan.code, unit);
  for (const system of plan.systems ?? []) await createSystemClient(admin, plan.code, system);
  for (const user of plan.users ?? []) await createUser(admin, plan.code, user);
  const issuer = plan.publicUrl ? issuerOf(plan.publicUrl, realm) : await discoverIssuer(admin.baseUrl, realm);
  return { code: plan.code, realm, issuer };
}
