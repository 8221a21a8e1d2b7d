import type { ClaimCheck } from '@helhed/access';
import { headsClaim, type CloudEvent } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { getProgrammeOf } from '../programmes/programme-copy.js';
import { FamilyHeads } from './family-heads.js';
import { Group } from './group.js';

interface Enrolled {
  readonly placeId: string;
  readonly groupId: string;
  readonly familyId: string;
}

/**
 * Asks family-plan how many of a family are in each band of age, where the group's definition has any, and keeps the
 * counts. To be called before the group is locked: the owner may take its time.
 */
export async function claimHeads(tx: Tx, claims: ClaimCheck, event: CloudEvent<Enrolled>): Promise<void> {
  const { manager, municipality } = tx;
  const { placeId, groupId, familyId } = event.data;
  const key = { municipality, placeId, familyId };
  const group = await manager.findOneBy(Group, { municipality, id: groupId });
  if (!group || (await manager.existsBy(FamilyHeads, key))) return;
  if (!(await getProgrammeOf(tx, group)).group.ageBands) return;
  const { startsOn: on, programmeVersion } = group;
  const asked = { ...event, data: { ...event.data, on, programmeVersion } };
  const heads = await claims.find(asked, (body) => headsClaim.parse(body));
  if (heads) await manager.insert(FamilyHeads, { ...key, bands: heads.bands, unknown: heads.unknown });
}
