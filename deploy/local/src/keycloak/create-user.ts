import type KeycloakAdminClient from '@keycloak/keycloak-admin-client';
import { holdFunctions } from './create-function.js';
import { realmOf } from './realm-names.js';
import { unlessExists } from './unless-exists.js';

export interface UserPlan {
  readonly username: string;
  /** For a new user; an existing one keeps the password it has */
  readonly password?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  /** Functions in units, such as `db-solsikken:pedagogue`; a missing function is made, a missing unit refused */
  readonly functions?: readonly string[];
}

/** Makes a person who can sign in, or sets an existing one to what is asked; returns the `sub` of the person's tokens. */
export async function createUser(admin: KeycloakAdminClient, municipality: string, plan: UserPlan): Promise<string> {
  const realm = realmOf(municipality);
  const { username, password, firstName, lastName } = plan;
  const user = { username, firstName, lastName, enabled: true };
  const credentials = password ? [{ type: 'password', value: password, temporary: false }] : [];
  const created = await unlessExists(admin.users.create({ realm, ...user, credentials }));
  const id = created?.id ?? (await existingId(admin, realm, username));
  if (!created) await admin.users.update({ realm, id }, user);
  await holdFunctions(admin, municipality, id, plan.functions ?? []);
  return id;
}

async function existingId(admin: KeycloakAdminClient, realm: string, username: string): Promise<string> {
  const [user] = await admin.users.find({ realm, username, exact: true });
  if (!user?.id) throw new Error(`Realm ${realm} has no user ${username}`);
  return user.id;
}
