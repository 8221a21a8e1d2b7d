import { traitsOf, type Look } from '@helhed/access';
import type { DomainError } from '@helhed/kernel';
import { reachesCustody } from './reach.js';

/** What is wrong with those whom a command names. */
export interface NamedWrong {
  /** As it is said to whoever reaches custody in the family, naming the fields. */
  readonly told: DomainError;
  /** What that tells of, for the look-up log. */
  readonly category: 'family-structure' | 'custody';
  /** As it is said to everybody else: the same of every fault, and naming no field. */
  readonly others: DomainError;
  /** Of whom something is told. */
  readonly persons: readonly string[];
}

/**
 * A refusal that tells who is in a family, or who holds custody, is a look at it: in the log though the command took no
 * effect (docs/access.md, A-BAS-05, A-CON-19). It asks for the last that a command is refused for, so that nothing that
 * comes after says that all were named rightly.
 */
export async function refuseNamed(look: Look, familyId: string, wrong: NamedWrong): Promise<never> {
  const by = await reachesCustody(look, familyId);
  look.log([familyId, ...wrong.persons], by ? { purpose: traitsOf(by).purpose, categories: [wrong.category] } : {});
  look.tx.keepLooks();
  throw by ? wrong.told : wrong.others;
}
