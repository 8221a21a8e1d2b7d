import { CustodyRecorded } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { In } from 'typeorm';
import { ofAgeOn } from '../persons/of-age-on.js';
import { keepCustody } from './custody-due.js';
import { Custody } from './custody.js';
import { ToldCustody } from './told-custody.js';

/** A referral, as the sender of what it tells. */
export interface Teller {
  readonly familyId: string;
  readonly referralId: string;
  readonly referringUnit: string;
}

/** A child, and who holds custody of it according to a referral. */
export interface HolderOfChild {
  readonly childId: string;
  readonly holderId: string;
  /** Nobody knew the child here before this referral. */
  readonly isNew: boolean;
}

/**
 * What a referral tells of custody is custody at once of a child whom it made known: there is nothing yet that it could open.
 * Of a known child it is kept as told and opens nothing (A-FAM-58); and where something was recorded of the two, an end
 * above all, that stands. Nothing is ever taken from anybody who is not among those told.
 */
export async function keepCustodyOfIntake(tx: Tx, teller: Teller, told: readonly HolderOfChild[]): Promise<void> {
  const { manager, municipality, today } = tx;
  const { familyId, referralId, referringUnit: unit } = teller;
  const children = told.map(({ childId }) => childId);
  const known = new Set((await manager.findBy(Custody, { municipality, childId: In(children) })).map(pairOf));
  const ages = await ofAgeOn(tx, children);
  for (const pair of told) {
    if (known.has(pairOf(pair))) continue;
    const { childId, holderId, isNew } = pair;
    if (isNew) {
      const period = { from: null, to: null, ofAgeOn: ages.get(childId) ?? null };
      const ids = { municipality, id: newId(), familyId, childId, holderId };
      const custody = manager.create(Custody, { ...ids, ...period, version: 1 });
      await keepCustody(tx, custody);
      tx.emit(CustodyRecorded, custody.recorded(today));
    } else {
      await manager.insert(ToldCustody, { municipality, familyId, childId, holderId, referralId, unit, toldOn: today });
    }
  }
}

const pairOf = ({ childId, holderId }: { readonly childId: string; readonly holderId: string }): string =>
  `${childId} ${holderId}`;
