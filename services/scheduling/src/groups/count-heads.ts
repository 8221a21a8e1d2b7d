import type { AgeBand } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { FamilyHeads } from './family-heads.js';
import type { TakenPlace } from './find-places.js';
import type { GroupHeads } from './groups.dto.js';

/**
 * For the meal: everybody of the families that come and whose seats are shown, by the definition's bands of age; null where it has none.
 * Were one that is withheld among them, whoever knows the others would know that one's.
 */
export async function countHeads(
  { manager, municipality }: Tx,
  bands: readonly AgeBand[] | undefined,
  places: readonly TakenPlace[],
): Promise<GroupHeads | null> {
  if (!bands) return null;
  const where = places.flatMap(({ id: placeId, seat }) =>
    seat ? [{ municipality, placeId, familyId: seat.familyId }] : [],
  );
  const families = where.length > 0 ? await manager.findBy(FamilyHeads, where) : [];
  const sum = (of: (family: FamilyHeads) => number) => families.reduce((heads, family) => heads + of(family), 0);
  const inBand = (code: string) => sum((family) => family.bands.find((band) => band.code === code)?.heads ?? 0);
  return {
    bands: bands.map(({ code, text }) => ({ code, text, heads: inBand(code) })),
    unknown: sum(({ unknown }) => unknown),
    families: families.length,
    withheld: places.filter(({ taken, seat }) => taken && !seat).length,
  };
}
