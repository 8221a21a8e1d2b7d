import type { AgeBand } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { FamilyHeads } from './family-heads.js';
import type { GroupHeads } from './groups.dto.js';
import type { Seat } from './seat.js';

/** For the meal: everybody of the families that come, by the definition's bands of age; null where it has none. */
export async function countHeads(
  { manager, municipality }: Tx,
  bands: readonly AgeBand[] | undefined,
  seats: readonly Seat[],
): Promise<GroupHeads | null> {
  if (!bands) return null;
  const where = seats.map(({ placeId, familyId }) => ({ municipality, placeId, familyId }));
  const families = where.length > 0 ? await manager.findBy(FamilyHeads, where) : [];
  const sum = (of: (family: FamilyHeads) => number) => families.reduce((heads, family) => heads + of(family), 0);
  const inBand = (code: string) => sum((family) => family.bands.find((band) => band.code === code)?.heads ?? 0);
  return {
    bands: bands.map(({ code, text }) => ({ code, text, heads: inBand(code) })),
    unknown: sum(({ unknown }) => unknown),
    families: families.length,
  };
}
