import type { Tx } from '@helhed/database';
import { DomainError, notFound } from '@helhed/kernel';
import { Family } from './family.js';

/** @throws DomainError `not-found`, or `family-erased` (410) when only its id is left */
export async function getFamily({ manager, municipality }: Tx, id: string): Promise<Family> {
  const family = await manager.findOneBy(Family, { municipality, id });
  if (!family) throw notFound({ da: 'Familien', en: 'The family' });
  if (family.state === 'erased') throw erased();
  return family;
}

/** With its row locked, so that who enrols a family and who erases it take turns. */
export const findFamilyToChange = ({ manager, municipality }: Tx, id: string): Promise<Family | null> =>
  manager.findOne(Family, { where: { municipality, id }, lock: { mode: 'pessimistic_write' } });

const erased = () =>
  new DomainError('gone', 'family-erased', {
    da: 'Familiens oplysninger er slettet.',
    en: 'What was held on the family has been erased.',
  });
