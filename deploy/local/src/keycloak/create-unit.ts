import type KeycloakAdminClient from '@keycloak/keycloak-admin-client';
import { createFunction, makeFunction } from './create-function.js';
import { realmOf } from './realm-names.js';
import { findUnit, getUnit, requireUnitCode } from './units.js';

export interface UnitPlan {
  /** Immutable, such as `db-solsikken`; never taken up again once retired */
  readonly code: string;
  readonly name: string;
  /** The code of the unit above, which must exist */
  readonly parent?: string;
  /** A day care, a school: it reaches its own children only */
  readonly institution?: boolean;
  /** Codes of the functions that people and systems can hold in the unit */
  readonly functions?: readonly string[];
  readonly units?: readonly UnitPlan[];
}

/** Makes a unit with its functions and the units below it, or brings it up to the plan where the code exists; returns its group's id. */
export async function createUnit(admin: KeycloakAdminClient, municipality: string, plan: UnitPlan): Promise<string> {
  const realm = realmOf(municipality);
  const existing = await findUnit(admin, realm, plan.code);
  if (existing?.retired) {
    throw new Error(`Unit code ${plan.code} was retired on ${existing.retired} and is not taken up again`);
  }
  const id = existing ? await keep(admin, realm, existing.id, plan) : await make(admin, realm, plan);
  for (const name of plan.functions ?? []) {
    if (existing) await createFunction(admin, municipality, plan.code, name);
    else await makeFunction(admin, realm, { id, code: plan.code }, name);
  }
  for (const below of plan.units ?? []) await createUnit(admin, municipality, { ...below, parent: plan.code });
  return id;
}

async function make(admin: KeycloakAdminClient, realm: string, plan: UnitPlan): Promise<string> {
  const group = { name: plan.name, attributes: { unit: [requireUnitCode(plan.code)], ...marksOf(plan) } };
  if (!plan.parent) return (await admin.groups.create({ realm, ...group })).id;
  const parent = await getUnit(admin, realm, plan.parent);
  return (await admin.groups.createChildGroup({ realm, id: parent.id }, group)).id;
}

async function keep(admin: KeycloakAdminClient, realm: string, id: string, plan: UnitPlan): Promise<string> {
  const group = await admin.groups.findOne({ realm, id });
  if (!group) return id;
  const attributes = { ...group.attributes, ...marksOf(plan) };
  const marked = JSON.stringify(attributes) === JSON.stringify(group.attributes);
  if (group.name !== plan.name || !marked)
    await admin.groups.update({ realm, id }, { ...group, name: plan.name, attributes });
  return id;
}

const marksOf = ({ institution }: UnitPlan) => (institution === true ? { institution: ['true'] } : {});
