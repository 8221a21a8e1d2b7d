import type { EventContract } from './event-contract.js';

/**
 * An event's data as a consumer reads it. Fields that this release does not know are left out, since the owner may be one
 * release ahead; all else must hold.
 * @throws ZodError
 */
export function readData<T>(contract: EventContract<T>, data: unknown): T {
  const first = contract.schema.safeParse(data);
  if (first.success) return first.data;
  const known = structuredClone(data);
  for (const issue of first.error.issues) {
    if (issue.code === 'unrecognized_keys') for (const key of issue.keys) remove(known, issue.path, key);
  }
  return contract.schema.parse(known);
}

function remove(data: unknown, path: readonly PropertyKey[], key: string): void {
  const holder = path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown>)[step], data);
  Reflect.deleteProperty(holder as object, key);
}
