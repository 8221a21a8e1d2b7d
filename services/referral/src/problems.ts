import type { ProblemTypes } from '@helhed/web';

/** The problems that only this service answers with. */
export const problems = {
  'definition-invalid': {
    title: { da: 'Indsatsens definition kan ikke bruges', en: 'The programme definition cannot be used' },
    advice: {
      da: '`errors` nævner hvert felt og den regel, det bryder. Felterne står i vejledningen om definitioner.',
      en: '`errors` names each field and the rule it breaks. The guide to programme definitions describes the fields.',
    },
  },
  'programme-version-old': {
    title: {
      da: 'Versionen er offentliggjort med et andet indhold',
      en: 'The version is published with another content',
    },
    advice: {
      da: 'En ændret definition får et højere versionsnummer.',
      en: 'A changed definition gets a higher version number.',
    },
  },
  'programme-unknown': {
    title: { da: 'Indsatsen findes ikke', en: 'There is no such programme' },
    advice: { da: 'Kommunens indsatser står i kataloget.', en: "The municipality's programmes are in the catalogue." },
  },
  'may-not-refer': {
    title: { da: 'Funktionen kan ikke indstille til indsatsen', en: 'The function may not refer to the programme' },
    advice: { da: 'Indsatsens definition siger hvem der kan.', en: "The programme's definition says who may." },
  },
  'foreign-unit': {
    title: { da: 'En anden enhed end din egen', en: 'Another unit than your own' },
    advice: {
      da: 'Man indstiller for den enhed, man handler i, og ændrer dens egne indsatser.',
      en: 'One refers for the unit that one acts in, and changes its own programmes.',
    },
  },
  'referral-inconsistent': {
    title: { da: 'Indstillingens oplysninger passer ikke sammen', en: 'The parts of the referral do not fit together' },
  },
  'facts-wrong': {
    title: { da: 'Ikke de oplysninger, indsatsen beder om', en: 'Not the facts that the programme asks for' },
    advice: {
      da: 'Indsatsens definition siger hvilke under `facts`.',
      en: "The programme's definition lists them under `facts`.",
    },
  },
  'reason-not-listed': {
    title: { da: 'Ikke en af indsatsens koder', en: 'Not one of the programme’s codes' },
    advice: {
      da: 'Indsatsens definition har dem under `reasons`, hver med de skridt, den er til; `errors` nævner dem.',
      en: 'The programme’s definition lists them under `reasons`, each with the steps that it is for; `errors` names them.',
    },
  },
  'parents-part-missing': {
    title: { da: 'Forældrenes del i indstillingen mangler', en: "The parents' part in the referral is missing" },
    advice: {
      da: 'En familie indstilles sammen med sine forældre. `missing` siger, hvis del der mangler og hvad: hvordan, hvornår, enig eller ej.',
      en: 'A family is referred together with its parents. `missing` says whose part is missing and what: how, when, agreed or not.',
    },
  },
  'parents-part-not-agreed': {
    title: { da: 'En forælder er ikke enig', en: 'A parent does not agree' },
    advice: {
      da: 'Er du bekymret for et barn, så underret kommunen; en indstilling er ikke en underretning.',
      en: 'If you are worried about a child, notify the municipality; a referral is not a notification of concern.',
    },
  },
  'sender-reference-used': {
    title: { da: 'Enhedens nummer hører til en anden indstilling', en: 'The number belongs to another referral' },
    advice: {
      da: 'Ret den med `:amend`, eller send med et nyt nummer. `referralId` er den, nummeret hører til.',
      en: 'Change it by `:amend`, or send with a new number. `referralId` is the one that the number belongs to.',
    },
  },
  'transition-refused': {
    title: { da: 'Ikke muligt i den tilstand', en: 'Not possible in that state' },
    advice: {
      da: '`state` er tilstanden nu; `allowed` siger, hvad den tillader.',
      en: '`state` is the state now; `allowed` says what it allows.',
    },
  },
  'referral-fixed': {
    title: { da: 'Indstillingen kan ikke længere ændres', en: 'The referral can no longer be changed' },
    advice: {
      da: 'Tal med dem, der visiterer, hvis den skal ændres.',
      en: 'Talk to those who triage if it has to be changed.',
    },
  },
  'refill-over': {
    title: { da: 'For sent til en ny familie', en: 'Too late for a new family' },
    advice: {
      da: 'Indsatsens definition siger, indtil hvilken gang en plads gives; familien venter på en anden gruppe.',
      en: 'The programme’s definition says until which session a place is given; the family waits for another group.',
    },
  },
  'place-taken': { title: { da: 'Pladsen er givet til en anden', en: "The place is another family's" } },
  'family-unknown': {
    title: { da: 'Familien kendes ikke her', en: 'The family is not known here' },
    advice: {
      da: 'Svaret er det samme, hvad enten den ikke findes, eller den er uden for rækkevidde.',
      en: 'The answer is the same whether it does not exist or is out of reach.',
    },
  },
  'separation-incomplete': {
    title: { da: 'Adskillelsen hænger ikke sammen', en: 'The separation does not hang together' },
    advice: { da: '`errors` nævner hvert felt.', en: '`errors` names each field.' },
  },
  'separation-known': {
    title: { da: 'Familierne er allerede adskilt', en: 'The families are apart already' },
    advice: {
      da: 'Afslut den, der er, før der registreres en ny med en anden slutdag.',
      en: 'End the one that is there before another is recorded with another end.',
    },
  },
  'already-ended': { title: { da: 'Det er allerede ophørt', en: 'It has ended already' } },
  'webhook-over': {
    title: { da: 'Webhooken er afsluttet', en: 'The webhook has ended' },
    advice: { da: 'Opret en ny.', en: 'Register another.' },
  },
  'webhooks-used-up': {
    title: { da: 'Enheden har de webhooks, den kan have', en: 'The unit has as many webhooks as it may' },
    advice: {
      da: 'Afslut en, der ikke bruges mere: `GET /referral/v1/webhooks` viser dem.',
      en: 'End one that is no longer used: `GET /referral/v1/webhooks` lists them.',
    },
  },
  'identities-dropped': {
    title: { da: 'Personoplysningerne er slettet her', en: 'The identities are erased here' },
    advice: { da: 'Spørg familieplanen.', en: 'Ask family-plan.' },
  },
} satisfies ProblemTypes;
