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

export const RefillUntil = defineEvent({
  context: 'scheduling',
  name: 'refill-until',
  version: 1,
  orderKey: 'groupId',
  description: {
    da: 'Indtil hvornår en gruppes ledige pladser kan gives til en familie: til den gang, som indsatsens definition siger, begynder; det seneste gælder.',
    en: 'Until when a group’s open places can be given to a family: until the session begins that the programme’s definition says; the latest holds.',
  },
  data: { groupId: id, programme: code, until: instant },
});

const staffing = { groupId: id, programme: code, /** Of staff, as the definition names it. */ function: code };

export const StaffingShort = defineEvent({
  context: 'scheduling',
  name: 'staffing-short',
  version: 1,
  orderKey: 'groupId',
  description: {
    da: 'En gruppe har færre medarbejdere af en funktion, end indsatsens definition siger; det seneste antal gælder.',
    en: 'A group has fewer staff of a function than the programme’s definition asks for; the latest number holds.',
  },
  data: { ...staffing, needed: z.int().positive(), present: z.int().nonnegative(), since: date },
});

export const StaffingMended = defineEvent({
  context: 'scheduling',
  name: 'staffing-mended',
  version: 1,
  orderKey: 'groupId',
  description: {
    da: 'En gruppe, der havde for få medarbejdere af en funktion, har nok igen.',
    en: 'A group that had too few staff of a function has enough again.',
  },
  data: { ...staffing, mendedOn: date },
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

export const SessionMoved = defineEvent({
  context: 'scheduling',
  name: 'session-moved',
  version: 1,
  description: {
    da: 'En gang eller temaaften er flyttet til en anden tid eller et andet lokale; én hændelse for hver familie, der har den i kalenderen nu. Afbud, der var noteret, gælder ikke længere.',
    en: 'A session or theme evening was moved to another time or room; one event for each family that has it in its calendar now. What was noted of who stays away holds no longer.',
  },
  data: {
    sessionId: id,
    groupId: id,
    familyId: id,
    programme: code,
    kind: sessionKind,
    startsAt: instant,
    endsAt: instant,
    movedOn: date,
  },
});

export const SessionMadeUp = defineEvent({
  context: 'scheduling',
  name: 'session-made-up',
  version: 1,
  description: {
    da: 'En gang eller temaaften er sat i stedet for en, der er aflyst; én hændelse for hver familie, der har den i kalenderen.',
    en: 'A session or theme evening was put in the place of one that is cancelled; one event for each family that has it in its calendar.',
  },
  data: {
    sessionId: id,
    /** The one that is cancelled. */
    replacesId: id,
    groupId: id,
    familyId: id,
    programme: code,
    kind: sessionKind,
    startsAt: instant,
    endsAt: instant,
  },
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

export const NeedRecorded = defineEvent({
  context: 'scheduling',
  name: 'need-recorded',
  version: 1,
  orderKey: 'bookingId',
  description: {
    da: 'Et behov ved en aftale (forplejning, tolk, børnepasning) er nævnt, ændret, ordnet, trukket tilbage eller afbestilt; det seneste gælder. Hvis det er, på hvilket sprog og hos hvem fortælles ikke. Om en samtales behov fortælles intet: hvilken familie samtalen er med, står i dens egne hændelser.',
    en: 'A need of an appointment (meal, interpreter, child-minding) was named, changed, arranged, withdrawn or called off; the latest holds. Whose it is, in which language and with whom is not told. Of a conversation’s needs nothing is told: which family it is with stands in its own events.',
  },
  data: {
    needId: id,
    bookingId: id.describe('A session, a theme evening or a booking. / En gang, en temaaften eller en booking.'),
    kind: z.enum(['meal', 'interpreter', 'child-minding']),
    state: z.enum(['named', 'arranged', 'to-rearrange', 'to-call-off', 'not-needed']),
    on: date,
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
