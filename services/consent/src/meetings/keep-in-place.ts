import type { Tx } from '@helhed/database';
import { In } from 'typeorm';
import { holdFacts } from '../cover/lock-facts.js';
import { HeldMeeting, lockMeetings } from './held-meeting.js';
import { inPlaceOf, MadeUpMeeting } from './made-up-meeting.js';
import { useUpExchanges } from './use-up-exchanges.js';

/** What names the meeting that is off means the one in its place, also where that was held before this was heard. */
export async function keepInPlace(
  tx: Tx,
  { meetingId, replacesId }: Pick<MadeUpMeeting, 'meetingId' | 'replacesId'>,
): Promise<void> {
  const { manager, municipality } = tx;
  await holdFacts(tx);
  await lockMeetings(tx, [replacesId, meetingId]);
  // of a session each family hears by itself, and of anything again in a snapshot
  if (await manager.existsBy(MadeUpMeeting, { municipality, meetingId })) return;
  await manager.insert(MadeUpMeeting, { municipality, meetingId, replacesId });
  const any = In(await inPlaceOf(tx, meetingId));
  for (const { heldOn, familyId } of await manager.findBy(HeldMeeting, { municipality, meetingId: any }))
    await useUpExchanges(tx, meetingId, heldOn, { familyId });
}
