import { z } from 'zod';
import { defineEvent } from '../event-contract.js';
import { code, date, id, instant } from '../fields.js';

const sessionKind = z.enum(['session', 'theme-evening']);

export const PlaceOpened = defineEvent({
  context: 'scheduling',
  name: 'place-opened',
  version: 1,
  orderKey: 'groupId',
  description: { da: 'En plads i en gruppe er åbnet.', en: 'A place in a group was opened.' },
  data: { placeId: id, groupId: id, programme: code, startsOn: date },
});

export const SeatTaken = defineEvent({
  context: 'scheduling',
  name: 'seat-taken',
  version: 1,
  description: { da: 'En familie har fået sin plads i gruppen.', en: 'A family has its seat in the group.' },
  data: {
    seatId: id,
    placeId: id,
    groupId: id,
    familyId: id,
    programme: code,
    /** The group's. */
    unit: code,
  },
});

export const CoursePlaced = defineEvent({
  context: 'scheduling',
  name: 'course-placed',
  version: 1,
  description: {
    da: 'Gruppens forløb er lagt i kalenderen; én hændelse for hver familie.',
    en: "The group's course is in the calendar; one event for each family.",
  },
  data: {
    courseId: id,
    groupId: id,
    familyId: id,
    programme: code,
    sessions: z.array(z.strictObject({ sessionId: id, kind: sessionKind, startsAt: instant, endsAt: instant })).min(1),
  },
});

export const SessionHeld = defineEvent({
  context: 'scheduling',
  name: 'session-held',
  version: 1,
  description: {
    da: 'En gang eller temaaften er holdt; én hændelse for hver familie.',
    en: 'A session or theme evening was held; one event for each family.',
  },
  data: { sessionId: id, groupId: id, familyId: id, programme: code, kind: sessionKind, heldOn: date },
});

export const SessionCancelled = defineEvent({
  context: 'scheduling',
  name: 'session-cancelled',
  version: 1,
  description: {
    da: 'En gang eller temaaften er aflyst; én hændelse for hver familie, der havde den i kalenderen.',
    en: 'A session or theme evening was cancelled; one event for each family that had it in its calendar.',
  },
  data: { sessionId: id, groupId: id, familyId: id, programme: code, kind: sessionKind, cancelledOn: date },
});

export const AttendanceRecorded = defineEvent({
  context: 'scheduling',
  name: 'attendance-recorded',
  version: 1,
  description: {
    da: 'Hvor mange af en familie der kom til en gang, og hvor mange der ikke gjorde, er noteret, rettet eller (0 og 0) taget tilbage; den seneste gælder. Afbud kan være noteret på forhånd. Hvem og hvorfor fortælles ikke.',
    en: 'How many of a family came to a session and how many did not was noted, corrected or (0 and 0) taken back; the latest holds. Who is away may be noted beforehand. Who and why is not told.',
  },
  data: {
    attendanceId: id,
    sessionId: id,
    groupId: id,
    familyId: id,
    programme: code,
    kind: sessionKind,
    /** The day of the session. */
    on: date,
    /** Persons. */
    present: z.number().int().nonnegative(),
    absent: z.number().int().nonnegative(),
  },
});

export const CancelDue = defineEvent({
  context: 'scheduling',
  name: 'cancel-due',
  version: 1,
  description: {
    da: 'Invitationer, der er givet ud, må ikke vises mere, eller deres gang er aflyst: hver skal kaldes tilbage med CANCEL.',
    en: 'Invitations that were given out may no longer be shown, or their session is off: each is to be called off by its CANCEL.',
  },
  data: {
    familyId: id,
    deliveries: z
      .array(id)
      .min(1)
      .describe('Which deliveries became due now. / De udleveringer, der nu skal kaldes tilbage.'),
    dueOn: date,
  },
});

export const BookingHeld = defineEvent({
  context: 'scheduling',
  name: 'booking-held',
  version: 1,
  orderKey: 'bookingId',
  description: {
    da: 'En booket aftale er holdt. Bookingen nævner ingen familie; en enkeltstående udveksling nævner bookingen.',
    en: 'A booked appointment was held. The booking names no family; a single exchange names the booking.',
  },
  data: { bookingId: id, heldOn: date },
});
