import type { Tx } from '@helhed/database';
import { IsNull } from 'typeorm';
import type { Basis } from '../bases/basis.js';
import { loadBases } from '../bases/load-bases.js';
import { changeAndTell } from '../bases/save-basis.js';
import { ruleOn } from '../cover/consent-rule.js';
import { addDays } from '../cover/dates.js';
import { loadFacts } from '../cover/load-facts.js';
import { ExchangeDue } from './exchange-due.js';
import { wasHeld } from './held-meeting.js';

/** After the meeting is kept as held: the exchanges that name it, of one family where it was held for that alone. */
export async function useUpExchanges(
  tx: Tx,
  meeting: string,
  heldOn: string,
  of: { readonly familyId?: string },
): Promise<void> {
  const one = { ...of, kind: 'single-exchange' as const, ended: IsNull() };
  for (const where of [
    { ...one, meeting },
    { ...one, followUpMeeting: meeting },
  ])
    for (const basis of await loadBases(tx, { where, lock: true })) await useUp(tx, basis, meeting, heldOn);
}

/**
 * An exchange is used up by its meeting; where its purpose allows for a follow-up and it names one, by that, or when it
 * can no longer come: whichever is first.
 */
async function useUp(tx: Tx, basis: Basis, meeting: string, heldOn: string): Promise<void> {
  const { followUpMeeting, purpose, familyId, id: basisId } = basis;
  const facts = await loadFacts(tx, basis);
  const followUp = ruleOn(facts.versions, purpose, heldOn)?.followUp;
  if (meeting === followUpMeeting && !(await wasHeld(tx, basis.meeting!, familyId))) return;
  const waits = followUp && followUpMeeting && !(await wasHeld(tx, followUpMeeting, familyId));
  if (!waits) {
    await changeAndTell(tx, basis, facts, (each) => each.useUp(tx.now) && 'raise');
    return;
  }
  const dueOn = addDays(heldOn, followUp.withinDays);
  await tx.manager.save(ExchangeDue, { municipality: tx.municipality, basisId, dueOn });
  await changeAndTell(tx, basis, facts, (each) => each.shorten(dueOn) && 'raise');
}
