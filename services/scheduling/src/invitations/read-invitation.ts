import { Looks, type Actor, type Look } from '@helhed/access';
import { notFound } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { findInvited, invitationBy, noteCancel, noteInvitation, type Invitation } from '../deliveries/invited.js';
import { stillInvited } from '../deliveries/still-invited.js';
import { calendarFile, type FeedEntry } from '../feeds/calendar-file.js';
import { findFamilyEntries } from '../feeds/find-family-entries.js';
import { requireSubject } from '../feeds/reach-subject.js';
import { cancelFile, invitationFile } from './invitation-file.js';

@Injectable()
export class ReadInvitation {
  constructor(private readonly looks: Looks) {}

  /**
   * Where the appointment may not be shown, the calendar is empty (A-SEC-07), or calls off what was given out (A-SCH-23).
   * @throws DomainError `not-found` unless the session is, or was until it was cancelled, in the family's calendar
   */
  async run(actor: Actor, sessionId: string, familyId: string): Promise<string> {
    return this.looks.at(actor, acts.readInvitation, async (look) => {
      await requireSubject(look, 'family', familyId, what);
      const entries = await findFamilyEntries(look, familyId, { only: sessionId });
      const invitation = invitationBy(actor, familyId, sessionId);
      const [entry] = entries ?? [];
      if (entry && !entry.cancelled)
        return invitationFile(entry, familyId, await noteInvitation(look.tx, invitation, entry));
      const cancel = await cancelOf(look, invitation, entry);
      if (cancel !== undefined) return cancel;
      if (!entries) throw notFound(what);
      return calendarFile([]);
    });
  }
}

/** @param entry the appointment, where it is shown that it is off */
async function cancelOf(look: Look, of: Invitation, entry: FeedEntry | undefined): Promise<string | undefined> {
  const { familyId, sessionId } = of;
  const invited = await findInvited(look.tx, of);
  if (!invited) return entry && cancelFile(sessionId, ofAppointment(entry), familyId);
  if (!entry && (await stillInvited(look, of, familyId)).has(sessionId)) return undefined;
  return cancelFile(sessionId, await noteCancel(look.tx, invited, entry?.version), familyId);
}

const ofAppointment = ({ date, startTime, version, changedAt }: FeedEntry) => ({
  date,
  startTime,
  sequence: version - 1,
  at: changedAt,
});

const what = { da: 'Invitationen', en: 'The invitation' };
