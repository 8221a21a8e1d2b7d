import { defineEvent } from '../event-contract.js';
import { code, date, id } from '../fields.js';

const video = { videoId: id, familyId: id, programme: code };

export const VideoRegistered = defineEvent({
  context: 'family-plan',
  name: 'video-registered',
  version: 1,
  description: {
    da: 'En video er registreret; enheden har filen i sit eget arkiv indtil den dag, den slettes.',
    en: 'A video was registered; the unit keeps the file in its own store until the day of its deletion.',
  },
  data: { ...video, filmedOn: date, deleteOn: date },
});

export const VideoDeleted = defineEvent({
  context: 'family-plan',
  name: 'video-deleted',
  version: 1,
  description: {
    da: 'En videos dag er kommet: registreringen er slettet, og enheden sletter filen.',
    en: 'A video’s day has come: what was registered is deleted, and the unit deletes the file.',
  },
  data: { ...video, deletedOn: date },
});
