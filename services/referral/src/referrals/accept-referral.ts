import type { Actor } from '@helhed/access';
import { ReferralAccepted, ReferralWaiting } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { assignPlace } from '../places/assign-place.js';
import { findOpenPlace, lockQueueOf } from '../places/queue.js';
import { Catalogue } from '../programmes/catalogue.js';
import { logChange } from '../waiting-list/log-change.js';
import { ChangeReferral } from './change-referral.js';
import type { Referral } from './referral.js';
import type { ReferralSummary } from './referrals.dto.js';
import { saveStep } from './save-step.js';
import type { Accept } from './triage.dto.js';

@Injectable()
export class AcceptReferral {
  constructor(
    private readonly changing: ChangeReferral,
    private readonly catalogue: Catalogue,
  ) {}

  /** A programme with groups gives an open place, or the waiting list; one without gives what it has at once. */
  async run(actor: Actor, id: string, version: number, { reason }: Accept): Promise<ReferralSummary> {
    return this.changing.run(
      actor,
      acts.accept,
      { id, version, first: (tx) => lockQueueOf(tx, id) },
      async (tx, referral) => {
        const { group } = await this.catalogue.getVersion(tx, referral.programme, referral.programmeVersion);
        const placeId = group && (await acceptToGroup(tx, referral));
        if (!group) tx.emit(ReferralAccepted, referral.accept(tx.today, true));
        await saveStep(tx, referral, { command: 'accept', reason, placeId });
      },
    );
  }
}

/** @returns the id of the place that was given, if one was open in a group that the family may sit in */
async function acceptToGroup(tx: Tx, referral: Referral): Promise<string | undefined> {
  const place = await findOpenPlace(tx, referral);
  tx.emit(ReferralAccepted, referral.accept(tx.today, place !== null));
  if (place) {
    await assignPlace(tx, place, referral);
    return place.id;
  }
  tx.emit(ReferralWaiting, referral.waiting());
  await logChange(tx, referral, { change: 'joined', reason: 'no-open-place' });
  return undefined;
}
