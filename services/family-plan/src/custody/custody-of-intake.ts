import { CustodyRecorded } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { In } from 'typeorm';
import { ofAgeOn } from '../persons/of-age-on.js';
import { keepCustody } from './custody-due.js';
import { Custody } from './custody.js';

/** A child, and who holds custody of it according to a referral. */
export interface ToldCustody {
  readonly childId: string;
  readonly holderId: string;
}

/**
 * What a referral tells of custody is kept where nothing was recorded of the two before: what somebody with the function
 * recorded since, an end above all, is not undone by a sender.
 */
export async function keepCustodyOfIntake(tx: Tx, familyId: string, told: readonly ToldCustody[]): Promise<void> {
  const { manager, municipality } = tx;
  const known = await manager.findBy(Custody, { municipality, childId: In(told.map(({ childId }) => childId)) });
  const pairs = new Set(known.map(pairOf));
  const ages = await ofAgeOn(
    tx,
    told.map(({ childId }) => childId),
  );
  for (const pair of told) {
    if (pairs.has(pairOf(pair))) continue;
    pairs.add(pairOf(pair));
    const custody = manager.create(Custody, {
      municipality,
      id: newId(),
      familyId,
      ...pair,
      from: null,
      to: null,
      ofAgeOn: ages.get(pair.childId) ?? null,
      version: 1,
    });
    await keepCustody(tx, custody);
    tx.emit(CustodyRecorded, custody.recorded(tx.today));
  }
}

const pairOf = ({ childId, holderId }: ToldCustody): string => `${childId} ${holderId}`;
