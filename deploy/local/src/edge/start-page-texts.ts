import type { Context } from '@helhed/contracts';
import type { Text } from '@helhed/kernel';
import type { Server, State } from './what-runs.js';

export const aboutServices: Readonly<Record<Context, Text>> = {
  referral: { da: 'Indstillinger, visitation og venteliste.', en: 'Referrals, triage and the waiting list.' },
  'family-plan': {
    da: 'Personer, familier og familiens plan: mål, samtaler, registreringer.',
    en: 'Persons, families and the family’s plan: goals, conversations, registrations.',
  },
  scheduling: {
    da: 'Grupper, forløb, fremmøde, lokaler og kalendere.',
    en: 'Groups, courses, attendance, rooms and calendars.',
  },
  consent: {
    da: 'Hjemler og samtykke, opslagsloggen og sider for borgere.',
    en: 'Legal bases and consent, the log of look-ups, and pages for citizens.',
  },
  reporting: { da: 'Årets tal for et program, også som CSV.', en: 'A programme’s figures of the year, also as CSV.' },
};

export const aboutServers: Readonly<Record<Server, { name: string; about: Text; address?: string }>> = {
  database: {
    name: 'PostgreSQL',
    about: { da: 'En database til hver tjeneste.', en: 'A database for each service.' },
  },
  nats: {
    name: 'NATS JetStream',
    about: {
      da: 'Hændelser mellem tjenesterne: id’er, koder og datoer.',
      en: 'Events between the services: ids, codes and dates.',
    },
  },
  keycloak: {
    name: 'Keycloak',
    about: {
      da: 'Brugere, enheder og funktioner; ét realm for hver kommune.',
      en: 'Users, units and functions; a realm for each municipality.',
    },
    address: '/auth/admin/',
  },
};

/** Where people, and not systems, look. */
export const pages: readonly { address: string; title: Text; about: Text }[] = [
  {
    address: '/consent/my',
    title: { da: 'Mine oplysninger', en: 'My data' },
    about: {
      da: 'Som borger: hvad der står om jer, hvem der har set det, og samtykker, der kan trækkes tilbage.',
      en: 'As a citizen: what is held about you, who has looked, and consents that can be withdrawn.',
    },
  },
  {
    address: '/consent/attendance',
    title: { da: 'Fremmøde', en: 'Attendance' },
    about: {
      da: 'Som gruppeleder: hvem der kom til de gange, man leder; til en telefon.',
      en: 'As a group leader: who came to the sessions that one runs; for a phone.',
    },
  },
  {
    address: '/consent/figures',
    title: { da: 'Årets tal', en: 'The year’s figures' },
    about: {
      da: 'Som programleder: et programs tal i en periode, med diagram og tabel.',
      en: 'As a programme lead: a programme’s figures of a period, with chart and table.',
    },
  },
  {
    address: '/consent/releases',
    title: { da: 'Offentliggjorte tal', en: 'Released figures' },
    about: {
      da: 'Som læser af rapporter, for eksempel i byrådet: det, der er offentliggjort, med små tal skjult.',
      en: 'As a reader of reports, such as a councillor: what was released, small numbers suppressed.',
    },
  },
  {
    address: '/consent/decision',
    title: { da: 'Må jeg se det?', en: 'May I see this?' },
    about: {
      da: 'Som medarbejder: om en oplysning må ses, på hvilken hjemmel, og hvorfor ikke.',
      en: 'As an employee: whether something may be seen, on which basis, and why not.',
    },
  },
  {
    address: '/consent/samples',
    title: { da: 'Stikprøver', en: 'Samples' },
    about: {
      da: 'Som databeskyttelsesrådgiver: opslag, der er udtaget til gennemsyn.',
      en: 'As a data protection officer: look-ups that were drawn for review.',
    },
  },
  {
    address: '/consent/reasons',
    title: { da: 'Hvorfor noget ikke vises', en: 'Why something is not shown' },
    about: { da: 'For alle, uden at logge ind.', en: 'For everybody, without signing in.' },
  },
];

export const stateWords: Readonly<Record<State, Text>> = {
  up: { da: 'svarer', en: 'answers' },
  partly: { da: 'svarer delvist', en: 'answers in part' },
  down: { da: 'svarer ikke', en: 'does not answer' },
};

export const texts = {
  title: { da: 'Platformen på denne maskine', en: 'The platform on this machine' },
  lead: {
    da: 'Alle personer og kommuner her er opdigtede. Siden viser, hvad der svarer nu; hent den igen for at se det igen.',
    en: 'All people and municipalities here are invented. The page says what answers now; load it again to see it again.',
  },
  services: { da: 'Tjenester', en: 'Services' },
  servers: { da: 'Det, de bygger på', en: 'What they build on' },
  pages: { da: 'Sider', en: 'Pages' },
  users: { da: 'Brugere, du kan være', en: 'Users that you can be' },
  passwords: {
    da: 'Adgangskoderne står i terminalen, hvor npm start kører, og i .data/demo-users.json.',
    en: 'The passwords are in the terminal where npm start runs, and in .data/demo-users.json.',
  },
  api: { da: 'API’et, til at læse og prøve', en: 'The API, to read and to try' },
  problems: { da: 'problemtyper', en: 'kinds of problems' },
  console: { da: 'Keycloaks konsol', en: 'Keycloak’s console' },
  citizen: { da: 'borger', en: 'citizen' },
  system: { da: 'dagtilbuddenes system', en: 'the day cares’ system' },
  skip: { da: 'Gå til sidens indhold', en: 'Skip to the content' },
  language: { da: 'Sprog', en: 'Language' },
  other: { da: 'English', en: 'Dansk' },
  foot: {
    da: 'Helhed: én familie, én plan. Fra en indstilling til årets tal: docs/guides/first-referral.md.',
    en: 'Helhed: one family, one plan. From a referral to the year’s figures: docs/guides/first-referral.md.',
  },
} as const satisfies Record<string, Text>;
