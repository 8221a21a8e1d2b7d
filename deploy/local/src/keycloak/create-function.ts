import type KeycloakAdminClient from '@keycloak/keycloak-admin-client';
import { realmOf } from './realm-names.js';
import { findGroup, getUnit, requireFunctionCode } from './units.js';
import { unlessExists } from './unless-exists.js';

/**
 * Makes a function that can be held in a unit: a subgroup of the unit's group with the attribute
 * `functions = <unit>:<function>`, which tokens of its members carry. Returns the subgroup's id.
 */
export async function createFunction(
  admin: KeycloakAdminClient,
  municipality: string,
  unit: string,
  name: string,
): Promise<string> {
  const realm = realmOf(municipality);
  const pair = `${unit}:${requireFunctionCode(name)}`;
  const existing = await findGroup(admin, realm, 'functions', pair);
  if (existing?.id) return existing.id;
  const found = await getUnit(admin, realm, unit);
  if (found.retired) throw new Error(`Unit ${unit} was retired on ${found.retired}`);
  return makeFunction(admin, realm, found, name);
}

export async function makeFunction(
  admin: KeycloakAdminClient,
  realm: string,
  unit: { readonly id: string; readonly code: string },
  name: string,
): Promise<string> {
  const pair = `${unit.code}:${requireFunctionCode(name)}`;
  const group = { name, attributes: { functions: [pair] } };
  const created = await unlessExists(admin.groups.createChildGroup({ realm, id: unit.id }, group));
  const made = created ?? (await findGroup(admin, realm, 'functions', pair));
  if (!made?.id) throw new Error(`Unit ${unit.code} has a group named ${name} that carries another function`);
  return made.id;
}

/** Lets a user, or a client's service account, hold exactly these functions among those of the municipality's units. */
export async function holdFunctions(
  admin: KeycloakAdminClient,
  municipality: string,
  userId: string,
  pairs: readonly string[],
): Promise<void> {
  const realm = realmOf(municipality);
  const held = await admin.users.listGroups({ realm, id: userId, briefRepresentation: false });
  const wanted = new Set<string>();
  for (const pair of pairs) wanted.add(await functionGroup(admin, municipality, pair));
  for (const group of held) {
    if (!group.id || wanted.delete(group.id) || !group.attributes?.['functions']) continue;
    await admin.users.delFromGroup({ realm, id: userId, groupId: group.id });
  }
  for (const groupId of wanted) await admin.users.addToGroup({ realm, id: userId, groupId });
}

function functionGroup(admin: KeycloakAdminClient, municipality: string, pair: string): Promise<string> {
  const [unit = '', name = '', ...rest] = pair.split(':');
  if (rest.length > 0 || !name) throw new Error(`"${pair}" is no function in a unit, such as db-solsikken:pedagogue`);
  return createFunction(admin, municipality, unit, name);
}
