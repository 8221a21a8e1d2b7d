import type { Actor } from '@helhed/access';
import type { Relation } from './relation.js';

/** A family coordinator ties others to the family, and gives nobody her own place. */
export function maySet({ function: name }: Actor, kind: Relation['kind']): boolean {
  if (name === 'triager' || name === 'programme-lead') return true;
  return name === 'family-coordinator' && kind !== 'coordinator';
}
