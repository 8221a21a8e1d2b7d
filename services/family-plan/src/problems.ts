import type { ProblemTypes } from '@helhed/web';

export const problems = {
  'family-erased': {
    title: { da: 'Familiens oplysninger er slettet', en: 'What was held on the family has been erased' },
    advice: {
      da: 'En indstilling, der ikke blev til noget, gemmes så længe, som indsatsens definition siger.',
      en: 'A referral that came to nothing is kept as long as the programme’s definition says.',
    },
  },
  'family-unknown': {
    title: { da: 'Familien kendes ikke her', en: 'The family is not known here' },
    advice: {
      da: 'Svaret er det samme, hvad enten den ikke findes, eller den er uden for rækkevidde.',
      en: 'The answer is the same whether it does not exist or is out of reach.',
    },
  },
  'already-ended': {
    title: { da: 'Det er allerede ophørt', en: 'It has ended already' },
    advice: { da: 'En slutdag kan rykkes frem, ikke ud.', en: 'An end can be brought forward, not put off.' },
  },
  'custody-incomplete': {
    title: { da: 'Forældremyndigheden hænger ikke sammen', en: 'The custody does not hang together' },
    advice: { da: '`errors` nævner hvert felt.', en: '`errors` names each field.' },
  },
  'custody-known': { title: { da: 'Forældremyndigheden kendes allerede', en: 'The custody is known already' } },
  'relation-incomplete': {
    title: { da: 'Tilknytningen hænger ikke sammen', en: 'The relation does not hang together' },
    advice: { da: '`errors` nævner hvert felt.', en: '`errors` names each field.' },
  },
  'relation-known': { title: { da: 'Tilknytningen kendes allerede', en: 'The relation is known already' } },
  'child-view-incomplete': {
    title: { da: 'Barnets syn hænger ikke sammen', en: 'The child’s view does not hang together' },
    advice: { da: '`errors` nævner hvert felt.', en: '`errors` names each field.' },
  },
  'registration-incomplete': {
    title: { da: 'Registreringen hænger ikke sammen', en: 'The registration does not hang together' },
    advice: { da: '`errors` nævner hvert felt.', en: '`errors` names each field.' },
  },
  'registration-form-unknown': {
    title: { da: 'Indsatsen har ikke et registreringsskema', en: 'The programme has no registration form' },
    advice: { da: 'Det står i indsatsens definition.', en: 'It stands in the programme’s definition.' },
  },
  'registration-outside-course': {
    title: { da: 'Familien er ikke på forløbet nu', en: 'The family is not on its course now' },
    advice: {
      da: 'Skemaet udfyldes, fra familien er indskrevet, til indskrivningen er slut.',
      en: 'The form is filled in from the family’s enrolment on until that has ended.',
    },
  },
  'registration-withheld': {
    title: { da: 'Indskrivningen er holdt tilbage', en: 'The enrolment is withheld' },
    advice: {
      da: 'Skemaet udfyldes af den, som familiens indskrivning må vises; det siger intet om, hvorvidt familien er indskrevet.',
      en: 'The form is filled in by those to whom the family’s enrolment may be shown; it says nothing of whether the family is enrolled.',
    },
  },
  'work-point-unknown': {
    title: { da: 'Arbejdspunktet kendes ikke i familien', en: 'The work point is not known in the family' },
    advice: {
      da: 'Det skal stå i en registrering om et barn i familien.',
      en: 'It must stand in a registration of a child of the family.',
    },
  },
  'goal-incomplete': {
    title: { da: 'Oplysningerne om målet hænger ikke sammen', en: 'What is told of the goal does not hang together' },
    advice: { da: '`errors` nævner hvert felt.', en: '`errors` names each field.' },
  },
  'action-unknown': { title: { da: 'Målet har ikke den handling', en: 'The goal has no such action' } },
  'conversation-incomplete': {
    title: { da: 'Samtalen hænger ikke sammen', en: 'The conversation does not hang together' },
    advice: {
      da: '`errors` nævner hvert felt. Den, der skulle deltage og ikke gjorde, skrives i `missing` med grunden.',
      en: '`errors` names each field. Whoever was to take part and did not is named in `missing`, with the reason.',
    },
  },
  'conversation-known': {
    title: { da: 'Samtalen er noteret allerede', en: 'The conversation is recorded already' },
    advice: {
      da: 'Den samme samtale med familien i indsatsen noteres én gang for hver dag.',
      en: 'The same conversation with the family in the programme is recorded once for each day.',
    },
  },
  'observation-unknown': {
    title: {
      da: 'Indsatsen tilbyder ikke observation af samspillet',
      en: 'The programme offers no observation of the interaction',
    },
    advice: {
      da: 'Hvor længe en observation gemmes, står i indsatsens definition.',
      en: 'How long an observation is kept stands in the programme’s definition.',
    },
  },
  'observation-incomplete': {
    title: {
      da: 'Oplysningerne om observationen hænger ikke sammen',
      en: 'What is told of the observation does not hang together',
    },
    advice: { da: '`errors` nævner hvert felt.', en: '`errors` names each field.' },
  },
  'observation-fixed': {
    title: { da: 'Det kan ikke noteres om observationen nu', en: 'That cannot be noted of the observation now' },
    advice: {
      da: 'Der noteres én gang, når forælderen har taget imod; derefter føjes der til.',
      en: 'It is noted once, when the parent has accepted; after that it is added to.',
    },
  },
  'video-unknown': {
    title: { da: 'Indsatsen bruger ikke video', en: 'The programme keeps no video' },
    advice: {
      da: 'Hvor længe en video gemmes, står i indsatsens definition.',
      en: 'How long a video is kept stands in the programme’s definition.',
    },
  },
  'video-incomplete': {
    title: {
      da: 'Oplysningerne om videoen hænger ikke sammen',
      en: 'What is told of the video does not hang together',
    },
    advice: { da: '`errors` nævner hvert felt.', en: '`errors` names each field.' },
  },
  'basis-missing': {
    title: { da: 'Der er ikke en gældende hjemmel', en: 'There is no basis in force' },
    advice: {
      da: 'Det, der ses af en familie, noteres kun, mens et samtykke til netop det gælder.',
      en: 'What is seen of a family is noted only while a consent to just that is in force.',
    },
  },
  'privacy-notice-incomplete': {
    title: { da: 'Det noterede hænger ikke sammen', en: 'What is noted does not hang together' },
    advice: { da: '`errors` nævner feltet og reglen.', en: '`errors` names the field and the rule.' },
  },
  'goal-fixed': {
    title: { da: 'Det kan ikke noteres om målet nu', en: 'That cannot be noted of the goal now' },
    advice: {
      da: 'Et mål, familien lod ligge, tilbydes på ny; det, en har sagt, skriver ingen om; handlinger hører til et aftalt mål.',
      en: 'A goal that the family left is offered anew; what somebody said is rewritten by nobody; actions are of a goal that was agreed to.',
    },
  },
  'not-a-member': {
    title: {
      da: 'Personen hører ikke til familien på den måde',
      en: 'The person does not belong to the family in that way',
    },
    advice: {
      da: 'Et barns oplysninger kræver et barn i familien: ikke en, der er myndig. Den, som familiens sammensætning er holdt tilbage for, får det samme svar om enhver.',
      en: 'What is a child’s takes a child of the family: nobody who is of age. To whom it is withheld who is in the family, the answer is the same of everybody.',
    },
  },
  'already-open': {
    title: { da: 'Det er allerede åbent for forældrene', en: 'It is open to the parents already' },
    advice: {
      da: 'Luk det først, hvis det skal være åbent af en anden grund.',
      en: 'Close it first if it is to be open for another reason.',
    },
  },
  'view-fixed': {
    title: { da: 'Det kan ikke åbnes eller lukkes sådan nu', en: 'It cannot be opened or closed like that now' },
    advice: {
      da: 'Spørg den enhed, der har noteret det, eller en myndighed.',
      en: 'Ask the unit that recorded it, or an authority.',
    },
  },
  'programme-unknown': {
    title: { da: 'Indsatsen kendes ikke', en: 'The programme is not known' },
    advice: { da: 'Kommunens indsatser står i kataloget.', en: 'The municipality’s programmes are in the catalogue.' },
  },
  'programme-required': {
    title: { da: 'Angiv indsatsen', en: 'Name the programme' },
    advice: {
      da: 'Familien er inden for rækkevidde i flere indsatser; det hører til én.',
      en: 'The family is within reach in several programmes; it belongs to one.',
    },
  },
  'own-relation': {
    title: { da: 'Man giver ikke sig selv adgang', en: 'Nobody gives themselves access' },
    advice: { da: 'Bed en anden med funktionen om det.', en: 'Ask somebody else with the function.' },
  },
  'employee-relation-incomplete': {
    title: { da: 'Oplysningerne hænger ikke sammen', en: 'What is told does not hang together' },
    advice: { da: '`errors` nævner hvert felt.', en: '`errors` names each field.' },
  },
  'clearance-incomplete': {
    title: { da: 'Godkendelsen hænger ikke sammen', en: 'The clearance does not hang together' },
    advice: { da: '`errors` nævner hvert felt.', en: '`errors` names each field.' },
  },
  'period-too-long': { title: { da: 'Perioden er for lang', en: 'The period is too long' } },
  'too-young': {
    title: { da: 'Under alderen for egen adgang', en: 'Below the age of own access' },
    advice: {
      da: 'Den, der har forældremyndigheden, har adgang til barnets oplysninger.',
      en: 'Who holds custody has access to what concerns the child.',
    },
  },
  'employee-account': {
    title: { da: 'Kontoen er en medarbejders', en: 'The account is an employee’s' },
    advice: {
      da: 'Som borger læser man sin egen sag med en anden konto.',
      en: 'As a citizen one reads one’s own record with another account.',
    },
  },
  'too-many-attempts': {
    title: { da: 'For mange forsøg', en: 'Too many attempts' },
    advice: { da: 'Bed kommunen om en ny kode, og prøv igen senere.', en: 'Ask for a new code, and try again later.' },
  },
  'already-linked': {
    title: { da: 'Kontoen eller personen er allerede knyttet', en: 'The account or the person is linked already' },
    advice: {
      da: 'En konto er knyttet til én person, og en person til én konto. Den tidligere tilknytning skal ophøre først.',
      en: 'An account is linked to one person, and a person to one account. The earlier link must end first.',
    },
  },
} satisfies ProblemTypes;
