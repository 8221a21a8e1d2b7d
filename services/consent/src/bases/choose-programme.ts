import type { Tx } from '@helhed/database';
import { FamilyProgramme } from '../families/family-programme.js';
import { programmeRequired } from './refusals.js';

/**
 * A basis has one programme (A-BAS-03): as named, or the only one that the family was referred to.
 * @throws DomainError `programme-required`
 */
export async function chooseProgramme(
  { manager, municipality }: Tx,
  { familyId, programme }: { readonly familyId: string; readonly programme?: string | undefined },
): Promise<string> {
  if (programme !== undefined) return programme;
  const [only, ...others] = await manager.findBy(FamilyProgramme, { municipality, familyId });
  if (!only || others.length > 0) throw programmeRequired();
  return only.programme;
}
