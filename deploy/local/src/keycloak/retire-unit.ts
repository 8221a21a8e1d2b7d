import type KeycloakAdminClient from '@keycloak/keycloak-admin-client';
import { realmOf } from './realm-names.js';
import { getUnit } from './units.js';

/**
 * Ends a unit. Its group stays, without functions and marked `retired`, so that its code stays taken: old records name
 * it, and a new unit under the same code would inherit their readers. Units below it are retired first.
 */
export async function retireUnit(
  admin: KeycloakAdminClient,
  municipality: string,
  code: string,
  on: string,
): Promise<void> {
  const realm = realmOf(municipality);
  const unit = await getUnit(admin, realm, code);
  if (unit.retired) return;
  const below = await admin.groups.listSubGroups({ realm, parentId: unit.id, briefRepresentation: false, max: 1000 });
  const open = below.find(({ attributes }) => attributes?.['unit'] && !attributes['retired']);
  if (open) throw new Error(`Unit ${code} has the unit "${open.name}" below it: retire that one first`);
  for (const { id, attributes } of below) {
    if (id && attributes?.['functions']) await admin.groups.del({ realm, id });
  }
  const group = await admin.groups.findOne({ realm, id: unit.id });
  const attributes = { ...group?.attributes, retired: [on] };
  await admin.groups.update({ realm, id: unit.id }, { ...group, name: `${unit.name} (nedlagt ${on})`, attributes });
}
