/**
 * Changes an entity whose columns are `readonly`: rules live in the entity's methods, and only they call this, so an
 * assignment from outside does not compile and a mistyped column does not either.
 */
export function change<T extends object>(entity: T, to: Partial<T>): T {
  return Object.assign(entity, to);
}
