import { sessionExample } from '../courses/courses.dto.js';
import { invitationFile } from '../invitations/invitation-file.js';
import { calendarFile, type FeedEntry } from './calendar-file.js';
import { feedExample } from './feeds.dto.js';

const entry: FeedEntry = {
  ...sessionExample,
  changedAt: new Date('2026-09-01T08:00:00Z'),
  room: 'Familiestuen, stuen',
};

export const calendarExample = calendarFile([entry]);
export const invitationExample = invitationFile(entry, {
  familyId: feedExample.subject,
  recipientId: feedExample.recipient,
});
