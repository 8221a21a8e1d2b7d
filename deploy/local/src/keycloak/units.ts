import type KeycloakAdminClient from '@keycloak/keycloak-admin-client';
import type GroupRepresentation from '@keycloak/keycloak-admin-client/lib/defs/groupRepresentation.js';

/** A unit as Keycloak keeps it: a group whose attribute `unit` is its code. The group's name may change, the code not. */
export interface UnitGroup {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly parentId?: string;
  /** ISO date on which the unit ended; its code stays taken */
  readonly retired?: string;
}

const unitCode = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const functionCode = /^[a-z]+(-[a-z]+)*$/;

/** A unit's code as tokens carry it: lower-case letters, digits and single hyphens, such as `db-solsikken`. */
export function requireUnitCode(code: string): string {
  if (unitCode.test(code) && code.length <= 63) return code;
  throw new Error(`"${code}" is no unit code: lower-case letters, digits and single hyphens, such as db-solsikken`);
}

export function requireFunctionCode(code: string): string {
  if (functionCode.test(code)) return code;
  throw new Error(`"${code}" is no function code: lower-case letters and single hyphens, such as group-leader`);
}

export async function findUnit(
  admin: KeycloakAdminClient,
  realm: string,
  code: string,
): Promise<UnitGroup | undefined> {
  const group = await findGroup(admin, realm, 'unit', requireUnitCode(code));
  return group && asUnit(group, code);
}

export async function getUnit(admin: KeycloakAdminClient, realm: string, code: string): Promise<UnitGroup> {
  const unit = await findUnit(admin, realm, code);
  if (unit) return unit;
  throw new Error(`Realm ${realm} has no unit ${code}`);
}

export async function findGroup(
  admin: KeycloakAdminClient,
  realm: string,
  attribute: 'unit' | 'functions',
  value: string,
): Promise<GroupRepresentation | undefined> {
  const q = `${attribute}:"${value}"`;
  const groups = await admin.groups.find({ realm, q, briefRepresentation: false, populateHierarchy: false });
  return groups.find(({ attributes }) => stringsOf(attributes?.[attribute]).includes(value));
}

function asUnit({ id, name, parentId, attributes }: GroupRepresentation, code: string): UnitGroup {
  return { id: id ?? '', name: name ?? code, code, parentId, retired: stringsOf(attributes?.['retired'])[0] };
}

const stringsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
