import { Looks, type Actor, type Look } from '@helhed/access';
import { notFound } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { givenOut } from '../deliveries/given-out.js';
import { findInvited, invitationBy, noteCancel, noteInvitation, type Invitation } from '../deliveries/invited.js';
import { stillInvited } from '../deliveries/still-invited.js';
import type { InvitationQuery } from '../courses/courses.dto.js';
import { calendarFile, type FeedEntry } from '../feeds/calendar-file.js';
import { findFamilyEntries, type FamilyEntry } from '../feeds/find-family-entries.js';
import { requireSubject } from '../feeds/reach-subject.js';
import { mayReceive } from '../feeds/recipient.js';
import { cancelFile, invitationFile } from './invitation-file.js';

type Wanted = Pick<Invitation, 'familyId' | 'recipientId' | 'sessionId'>;

@Injectable()
export class ReadInvitation {
  constructor(private readonly looks: Looks) {}

  /**
   * Where the appointment may not be shown, the calendar is empty (A-SEC-07), or calls off what was given out (A-SCH-23).
   * A HEAD is no fetch.
   * @throws DomainError `not-found` unless the session is, or was until it was cancelled, in the recipient's calendar
   */
  async run(actor: Actor, sessionId: string, { family: familyId, recipient }: InvitationQuery): Promise<string> {
    return this.looks.at(actor, acts.readInvitation, async (look) => {
      await requireSubject(look, 'family', familyId, what);
      const recipientId = recipient ?? null;
      const entries = await findInvitable(look, { familyId, recipientId, sessionId });
      const invitation = invitationBy(actor, { familyId, recipientId, sessionId });
      const [entry] = entries ?? [];
      if (entry && !entry.cancelled)
        return invitationFile(
          entry,
          invitation,
          await givenOut(look.tx, () => noteInvitation(look.tx, invitation, entry)),
        );
      const cancel = await cancelOf(look, invitation, entry);
      if (cancel !== undefined) return cancel;
      if (!entries) throw notFound(what);
      return calendarFile([]);
    });
  }
}

/** @returns the appointment, where it is shown; undefined where it is not in the calendar of such a recipient */
async function findInvitable(look: Look, of: Wanted): Promise<FamilyEntry[] | undefined> {
  const { familyId, recipientId, sessionId } = of;
  if (recipientId === null || !(await mayReceive(look.tx, familyId, recipientId))) return undefined;
  return findFamilyEntries(look, { familyId, recipientId }, { only: sessionId });
}

/** @param entry the appointment, where it is shown that it is off */
async function cancelOf(look: Look, of: Invitation, entry: FeedEntry | undefined): Promise<string | undefined> {
  const { sessionId } = of;
  const invited = await findInvited(look.tx, of);
  if (!invited) return entry && cancelFile(sessionId, ofAppointment(entry), of);
  if (!entry && (await stillInvited(look, of, of)).has(sessionId)) return undefined;
  return cancelFile(sessionId, await givenOut(look.tx, () => noteCancel(look.tx, invited, entry?.version)), of);
}

const ofAppointment = ({ date, startTime, version, changedAt }: FeedEntry) => ({
  date,
  startTime,
  sequence: version - 1,
  at: changedAt,
});

const what = { da: 'Invitationen', en: 'The invitation' };
