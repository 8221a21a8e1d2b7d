import { SessionHeld, type CloudEvent } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { z } from 'zod';
import type { Basis } from '../bases/basis.js';
import { loadBases } from '../bases/load-bases.js';
import { changeAndTell } from '../bases/save-basis.js';
import { ruleOn } from '../cover/consent-rule.js';
import { addDays } from '../cover/dates.js';
import { loadFacts } from '../cover/load-facts.js';
import { holdFacts } from '../cover/lock-facts.js';
import { ExchangeDue } from './exchange-due.js';
import { HeldMeeting, lockMeetings, wasHeld } from './held-meeting.js';

type Held = CloudEvent<z.infer<typeof SessionHeld.schema>>;

@Controller()
export class WhenSessionHeld {
  @On(SessionHeld)
  async useUp({ data: { sessionId, familyId, heldOn } }: Held, { tx }: EventContext): Promise<void> {
    await holdFacts(tx);
    await lockMeetings(tx, [sessionId]);
    const { manager, municipality } = tx;
    const held = { municipality, meetingId: sessionId, familyId, heldOn };
    await manager.createQueryBuilder().insert().into(HeldMeeting).values(held).orIgnore().execute();
    const one = { familyId, kind: 'single-exchange' as const, ended: IsNull() };
    const where = [
      { ...one, meeting: sessionId },
      { ...one, followUpMeeting: sessionId },
    ];
    for (const each of where)
      for (const basis of await loadBases(tx, { where: each, lock: true })) await useUp(tx, basis, sessionId, heldOn);
  }
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
