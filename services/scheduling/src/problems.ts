import type { ProblemTypes } from '@helhed/web';

/** What only this service answers with. */
export const problems: ProblemTypes = {
  'foreign-unit': {
    title: { da: 'En anden enhed end din egen', en: 'Another unit than your own' },
    advice: {
      da: 'Lokaler og medarbejdere oprettes i den enhed, du handler i; en programleder opretter dem i alle.',
      en: 'Rooms and staff are added in the unit that you act in; a programme lead adds them in any.',
    },
  },
  'staff-already-added': {
    title: { da: 'Medarbejderen er allerede oprettet', en: 'The person is already on the staff' },
    advice: {
      da: 'En person oprettes én gang, også med flere enheder.',
      en: 'A person is added once, in however many units.',
    },
  },
  'programme-unknown': {
    title: { da: 'Indsatsen kendes ikke', en: 'The programme is not known' },
    advice: {
      da: 'Indsatsen skal være offentliggjort og gælde på gruppens startdato. Det kan vare et øjeblik, før en ny offentliggørelse når frem.',
      en: "The programme must be published and be in force on the group's start date. A new publication may take a moment to arrive.",
    },
  },
  'programme-without-groups': { title: { da: 'Indsatsen har ingen grupper', en: 'The programme has no groups' } },
  'resource-unknown': {
    title: {
      da: 'Lokale, medarbejder eller familie findes ikke',
      en: 'The room, member of staff or family does not exist',
    },
  },
  'not-a-member': {
    title: {
      da: 'Modtageren hører ikke til familien på den måde',
      en: 'The recipient is no such member of the family',
    },
    advice: {
      da: 'En kalender er til én person: en voksen i familien, eller et barn, der er gammelt nok til selv at have adgang og er knyttet til en konto.',
      en: 'A calendar is for one person: an adult of the family, or a child that is old enough for its own access and is linked to an account.',
    },
  },
  'feed-closed': {
    title: { da: 'Abonnementet er lukket', en: 'The feed is closed' },
    advice: {
      da: 'Det var fra før hver modtager fik sit eget. Opret et nyt til hver.',
      en: 'It is from before each recipient had its own. Make a new one for each.',
    },
  },
  'staff-unsuitable': {
    title: { da: 'Medarbejderen kan ikke holde gruppen', en: 'The member of staff cannot run the group' },
    advice: {
      da: 'Vælg en anden. Hvorfor, siges ikke.',
      en: 'Choose somebody else. Why is not told.',
    },
  },
  'too-few-staff': { title: { da: 'For få medarbejdere', en: 'Too few members of staff' } },
  'course-already-placed': { title: { da: 'Forløbet er allerede lagt', en: 'The course is already placed' } },
  'from-in-the-past': { title: { da: 'Tidspunktet er forbi', en: 'The time has passed' } },
  'too-far-ahead': { title: { da: 'For langt ude i fremtiden', en: 'Too far ahead' } },
  'outside-template': {
    title: { da: 'Uden for indsatsens tider', en: "Outside the programme's times" },
    advice: {
      da: 'Indsatsen siger, på hvilke ugedage og mellem hvilke klokkeslæt gangene kan begynde.',
      en: 'The programme says on which weekdays, and between which times of day, sessions can begin.',
    },
  },
  'day-closed': { title: { da: 'Dagen er lukket', en: 'The day is closed' } },
  'no-open-day': { title: { da: 'Ingen åben dag', en: 'No open day' } },
  'course-clashes': {
    title: { da: 'Forløbet støder sammen med andet', en: 'The course clashes with something else' },
    advice: {
      da: '`reasons` siger, hvad der er optaget hvornår; `alternatives` er de nærmeste placeringer, der er plads til, om nogen blandt de 200 nærmeste. Intet er booket.',
      en: '`reasons` tells what is taken when; `alternatives` are the nearest placements that there is room for, if any among the nearest 200. Nothing was booked.',
    },
  },
  'session-not-begun': { title: { da: 'Gangen er ikke begyndt', en: 'The session has not begun' } },
  'booking-not-begun': { title: { da: 'Aftalen er ikke begyndt', en: 'The appointment has not begun' } },
  'booking-cancelled': { title: { da: 'Bookingen er aflyst', en: 'The booking was cancelled' } },
  'room-taken': { title: { da: 'Lokalet er optaget', en: 'The room is taken' } },
  'booking-begun': { title: { da: 'Aftalen er begyndt', en: 'The appointment has begun' } },
  'attendance-recorded': { title: { da: 'Fremmødet er noteret allerede', en: 'Attendance was noted already' } },
  'attendance-settled': {
    title: { da: 'Fremmødet er gjort op', en: 'Attendance is settled' },
    advice: {
      da: 'Indsatsens definition siger, i hvor mange dage efter en gang fremmøde kan noteres og rettes.',
      en: 'The programme’s definition says for how many days after a session attendance can be noted and corrected.',
    },
  },
  'attendance-invalid': {
    title: { da: 'Fremmødet hænger ikke sammen', en: 'The attendance does not hang together' },
    advice: {
      da: 'Hver, der er nævnt, skal komme til gangen; kun den, der blev væk, har en grund, og den er en af definitionens.',
      en: 'Each who is named must be one whom the session is for; only who was away has a reason, and it is one of the definition’s.',
    },
  },
  'need-invalid': {
    title: { da: 'Behovet hænger ikke sammen', en: 'The need does not hang together' },
    advice: {
      da: 'En tolk har et sprog og en familie; en families børnepasning har et antal børn, en hel gruppes tælles; forplejning er for alle, der kommer til en gang.',
      en: 'An interpreter has a language and a family; a family’s child-minding has a number of children, a whole group’s is counted; a meal is for all who come to a session.',
    },
  },
  'need-named-already': {
    title: { da: 'Behovet er nævnt allerede', en: 'The need was named already' },
    advice: {
      da: 'En aftale har hvert behov én gang; en familie en tolk for hvert sprog.',
      en: 'An appointment has each need once; a family one interpreter for each language.',
    },
  },
  'need-withheld': {
    title: { da: 'Familiens behov er holdt tilbage', en: 'The family’s needs are withheld' },
    advice: {
      da: 'Hvad en familie behøver, nævnes og ændres af den, som familiens aftaler må vises; det siger intet om, hvorvidt noget er nævnt.',
      en: 'What a family needs is named and changed by those to whom its appointments may be shown; it says nothing of whether anything was named.',
    },
  },
  'need-named': { title: { da: 'Behovet er ikke ordnet', en: 'The need is not arranged' } },
  'need-arranged': {
    title: { da: 'Behovet er ordnet', en: 'The need is arranged' },
    advice: {
      da: 'Det, der er ordnet, ændres ikke: træk behovet tilbage, afbestil det, og nævn det nye.',
      en: 'What is arranged is not changed: withdraw the need, call it off, and name the new one.',
    },
  },
  'need-to-rearrange': {
    title: { da: 'Aftalen er flyttet, siden det blev ordnet', en: 'The appointment was moved after it was arranged' },
    advice: {
      da: 'Ordn det om med den samme reference, eller afbestil det, før det ordnes med andre.',
      en: 'Arrange it anew under the same reference, or call it off before it is arranged with somebody else.',
    },
  },
  'need-to-call-off': { title: { da: 'Behovet er trukket tilbage', en: 'The need was withdrawn' } },
  'need-not-needed': { title: { da: 'Behovet er der ikke længere', en: 'The need is there no longer' } },
  'not-on-staff': { title: { da: 'Ikke blandt dem, der holder gangen', en: 'Not among those who run the session' } },
  'programme-without-attendance': {
    title: { da: 'Indsatsen noterer ikke fremmøde', en: 'The programme does not note attendance' },
  },
  'conversation-not-begun': { title: { da: 'Samtalen er ikke begyndt', en: 'The conversation has not begun' } },
  'conversation-cancelled': { title: { da: 'Samtalen er aflyst', en: 'The conversation was cancelled' } },
  'conversation-unknown': {
    title: { da: 'Samtalen lægges ikke i kalenderen', en: 'The conversation is not one that is placed' },
    advice: {
      da: 'Indsatsens definition siger, hvilke samtaler der lægges med forløbet.',
      en: 'The programme’s definition says which conversations are placed with the course.',
    },
  },
  'course-not-placed': {
    title: { da: 'Forløbet er ikke lagt endnu', en: 'The course is not placed yet' },
  },
  'conversation-placed-already': {
    title: { da: 'Samtalen ligger allerede i kalenderen', en: 'The conversation is in the calendar already' },
  },
  'session-not-cancelled': { title: { da: 'Gangen er ikke aflyst', en: 'The session is not cancelled' } },
  'made-up-already': {
    title: { da: 'Gangen er erstattet allerede', en: 'The session is made up for already' },
    advice: {
      da: 'Flyt erstatningsgangen, eller aflys den og erstat den.',
      en: 'Move the session in its place, or cancel that and make up for it.',
    },
  },
  'session-cancelled': { title: { da: 'Gangen er aflyst', en: 'The session was cancelled' } },
};
