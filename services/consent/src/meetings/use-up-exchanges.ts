import type { Tx } from '@helhed/database';
import { In, IsNull } from 'typeorm';
import type { Basis } from '../bases/basis.js';
import { loadBases } from '../bases/load-bases.js';
import { changeAndTell } from '../bases/save-basis.js';
import { ruleOn } from '../cover/consent-rule.js';
import { addDays } from '../cover/dates.js';
import { loadFacts } from '../cover/load-facts.js';
import { holdFacts } from '../cover/lock-facts.js';
import { ExchangeDue } from './exchange-due.js';
import { HeldMeeting, lockMeetings, wasHeld } from './held-meeting.js';
import { inPlaceOf } from './made-up-meeting.js';

/** Keeps that a session or a conversation was held for the family, and uses up the exchanges that it was for. */
export async function keepHeld(tx: Tx, of: Pick<HeldMeeting, 'meetingId' | 'familyId' | 'heldOn'>): Promise<void> {
  const { manager, municipality } = tx;
  const { meetingId, familyId, heldOn } = of;
  await holdFacts(tx);
  await lockMeetings(tx, [meetingId]);
  const held = { municipality, meetingId, familyId, heldOn };
  await manager.createQueryBuilder().insert().into(HeldMeeting).values(held).orIgnore().execute();
  await useUpExchanges(tx, meetingId, heldOn, { familyId });
}

/**
 * After the meeting is kept as held: the exchanges that name it, or one that it is in the place of; of one family where it
 * was held for that alone.
 */
export async function useUpExchanges(
  tx: Tx,
  meeting: string,
  heldOn: string,
  of: { readonly familyId?: string },
): Promise<void> {
  const one = { ...of, kind: 'single-exchange' as const, ended: IsNull() };
  const any = In(await inPlaceOf(tx, meeting));
  for (const where of [
    { ...one, meeting: any },
    { ...one, followUpMeeting: any },
  ])
    for (const basis of await loadBases(tx, { where, lock: true })) await useUp(tx, basis, heldOn);
}

/**
 * An exchange is used up by its meeting; where its purpose allows for a follow-up and it names one, by that, or when it
 * can no longer come: whichever is first.
 */
async function useUp(tx: Tx, basis: Basis, heldOn: string): Promise<void> {
  const { meeting, followUpMeeting, purpose, familyId, id: basisId } = basis;
  // the follow-up may be held before the meeting that it follows
  if (!(await wasHeld(tx, meeting!, familyId))) return;
  const facts = await loadFacts(tx, basis);
  const followUp = ruleOn(facts.versions, purpose, heldOn)?.followUp;
  const waits = followUp && followUpMeeting && !(await wasHeld(tx, followUpMeeting, familyId));
  if (!waits) {
    await changeAndTell(tx, basis, facts, (each) => each.useUp(tx.now) && 'raise');
    return;
  }
  const dueOn = addDays(heldOn, followUp.withinDays);
  await tx.manager.save(ExchangeDue, { municipality: tx.municipality, basisId, dueOn });
  await changeAndTell(tx, basis, facts, (each) => each.shorten(dueOn) && 'raise');
}
