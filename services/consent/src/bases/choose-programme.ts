import { programmeRequired } from './refusals.js';

/**
 * A basis has one programme (A-BAS-03): as named, or the only one that the recorder's relations to the family are of.
 * @throws DomainError `programme-required`
 */
export function chooseProgramme(named: string | undefined, ofRelations: readonly string[]): string {
  if (named !== undefined) return named;
  const [only, ...others] = ofRelations;
  if (only === undefined || others.length > 0) throw programmeRequired();
  return only;
}
