import type { ProblemTypes } from '@helhed/web';

/** The problems that only this service answers with. */
export const problems = {
  'family-unknown': {
    title: { da: 'Familien er ikke kendt her', en: 'The family is not known here' },
    advice: {
      da: 'En hjemmel kan registreres, når familiens personer er fundet; det sker kort efter, at indstillingen er modtaget.',
      en: 'A basis can be recorded once the family’s persons were matched, which is shortly after its referral is received.',
    },
  },
  'basis-incomplete': {
    title: { da: 'Oplysningerne om hjemlen passer ikke sammen', en: 'What is said of the basis does not fit together' },
    advice: {
      da: '`errors` nævner hvert felt og den regel, det bryder. Registret noterer, hvem der har angivet hvilken hjemmel; det afgør ikke, om den holder.',
      en: '`errors` names each field and the rule it breaks. The register notes who asserted which basis; it does not judge it.',
    },
  },
  'period-too-long': {
    title: { da: 'Perioden er for lang', en: 'The period is too long' },
    advice: {
      da: 'Hvor længe noget højst gælder, står i indsatsens definition eller i grundreglerne.',
      en: 'How long something lasts at most stands in the programme’s definition or in the ground rules.',
    },
  },
  'programme-required': {
    title: { da: 'Angiv indsatsen', en: 'Name the programme' },
    advice: {
      da: 'Familien er i ingen eller flere indsatser; en hjemmel hører til én.',
      en: 'The family is in no programme, or in several; a basis belongs to one.',
    },
  },
  'programme-unknown': { title: { da: 'Indsatsen kendes ikke', en: 'The programme is not known' } },
  'category-outside-purpose': {
    title: { da: 'Kategorien hører ikke til formålet', en: 'The category is outside the purpose' },
    advice: {
      da: 'Hvad et formål højst kan dække, står i docs/access.md, afsnit 2.1.',
      en: 'What a purpose can cover at most is in docs/access.md, section 2.1.',
    },
  },
  'not-a-giver': {
    title: { da: 'Personen giver ikke dette samtykke', en: 'The person is no giver of it' },
    advice: {
      da: 'En voksen giver for sig selv, en forældremyndighedsindehaver for et barn, og et barn selv fra indsatsens alder.',
      en: 'An adult gives for itself, a custody holder for a child, and a child itself from the programme’s age.',
    },
  },
  'not-a-consent': {
    title: { da: 'Hjemlen er ikke et samtykke', en: 'The basis is no consent' },
    advice: { da: 'Andre hjemler ophæves med :end.', en: 'Other bases are ended with :end.' },
  },
  'is-a-consent': {
    title: { da: 'Et samtykke trækkes tilbage', en: 'A consent is withdrawn' },
    advice: {
      da: 'Brug :withdraw, og angiv, hvem der trækker sit samtykke tilbage.',
      en: 'Use :withdraw, and name who takes the consent back.',
    },
  },
  'basis-over': {
    title: { da: 'Hjemlen gælder ikke længere', en: 'The basis holds no longer' },
    advice: {
      da: 'Den er trukket tilbage, ophævet, brugt eller udløbet. :renew giver en ny.',
      en: 'It was withdrawn, ended or used up, or has expired. :renew makes a new one.',
    },
  },
  'consent-withdrawn': {
    title: { da: 'Samtykket er trukket tilbage', en: 'The consent was withdrawn' },
    advice: {
      da: 'Det er endeligt. Den samme person kan give et samtykke i en ny hjemmel.',
      en: 'That is final. The same person can give a consent in a new basis.',
    },
  },
  'second-person-required': {
    title: { da: 'En anden skal bekræfte', en: 'Somebody else must confirm' },
    advice: {
      da: 'Den, der selv gjorde det eller bad om det, kan ikke også bekræfte det.',
      en: 'Whoever did it, or asked for it, cannot confirm it too.',
    },
  },
  'register-restored': {
    title: {
      da: 'Registret er gendannet fra før en tilbagetrækning',
      en: 'The register was restored from before a withdrawal',
    },
    advice: {
      da: 'Prøv igen senere. Driften tager det tilbage igen med `npm run snapshots -- restored consent`.',
      en: 'Try again later. Operations takes it back again by `npm run snapshots -- restored consent`.',
    },
  },
  'register-not-closed': {
    title: { da: 'Registret er ikke lukket', en: 'The register is not closed' },
    advice: { da: 'Luk det med `register:close` først.', en: 'Close it by `register:close` first.' },
  },
  'withdrawal-not-kept': {
    title: { da: 'Det er ikke skrevet uden for databasen endnu', en: 'It is not written outside the database yet' },
    advice: {
      da: 'Det er trukket tilbage. Send det samme igen for at få et svar, der også gælder efter en gendannelse.',
      en: 'It was taken back. Send the same again for an answer that holds after a restore too.',
    },
  },
  'subject-not-self': {
    title: { da: 'Spørg kun for dig selv', en: 'Ask for yourself only' },
    advice: {
      da: 'Databeskyttelsesrådgiveren kan spørge for andre.',
      en: 'The data protection officer can ask for others.',
    },
  },
  'family-required': {
    title: { da: 'Angiv familien', en: 'Say which family' },
    advice: {
      da: 'Et opslag på flere familier udsættes for én af dem ad gangen.',
      en: 'A look at several families is deferred for one of them at a time.',
    },
  },
  'employee-unknown': {
    title: { da: 'Medarbejderen kendes ikke', en: 'The employee is not known' },
    advice: {
      da: 'Kun et opslag, som en medarbejder har gjort, og hvis konto kommunens Keycloak stadig kender, kan få et navn.',
      en: 'Only a look that an employee made, whose account the municipality’s Keycloak still knows, can be given a name.',
    },
  },
  'employee-named': {
    title: { da: 'Medarbejderen er allerede nævnt', en: 'The employee was named already' },
  },
  'not-a-member': {
    title: {
      da: 'Personen hører ikke til familien på den måde',
      en: 'The person does not belong to the family in that way',
    },
    advice: {
      da: 'Hvem det er, siges kun til den, der må se, hvem der har forældremyndighed: familiens visiterer og koordinator.',
      en: 'Who it is is told only to whoever may see who holds custody: the family’s triager and coordinator.',
    },
  },
  'holds-custody': {
    title: { da: 'Personen har forældremyndighed', en: 'The person holds custody' },
    advice: {
      da: 'Den, der har forældremyndighed, har selv adgang til barnets oplysninger.',
      en: 'Whoever holds custody has access to the child’s data.',
    },
  },
  'already-reviewed': { title: { da: 'Stikprøven er gennemgået', en: 'The sample was reviewed already' } },
} satisfies ProblemTypes;
