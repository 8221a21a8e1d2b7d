import { Looks, type Actor } from '@helhed/access';
import { notFound } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { calendarFile } from '../feeds/calendar-file.js';
import { findFamilyEntries } from '../feeds/find-family-entries.js';
import { requireSubject } from '../feeds/reach-subject.js';
import { invitationFile } from './invitation-file.js';

@Injectable()
export class ReadInvitation {
  constructor(private readonly looks: Looks) {}

  /**
   * Where the appointment may not be shown, the calendar is empty (A-SEC-07).
   * @throws DomainError `not-found` unless the session is, or was until it was cancelled, in the family's calendar
   */
  async run(actor: Actor, sessionId: string, familyId: string): Promise<string> {
    return this.looks.at(actor, acts.readInvitation, async (look) => {
      await requireSubject(look, 'family', familyId, invitation);
      const entries = await findFamilyEntries(look, familyId, { only: sessionId });
      if (!entries) throw notFound(invitation);
      const [entry] = entries;
      return entry ? invitationFile(entry, familyId) : calendarFile([]);
    });
  }
}

const invitation = { da: 'Invitationen', en: 'The invitation' };
