import type { Text } from '@helhed/kernel';
import type { Owner, State } from '../referrals/transitions.js';

/** Plain words to a professional. The paper names nobody of the family: the sender's own number says which it is. */
export const letterTexts = {
  /** In the window: it says nothing of what or whom. */
  window: { da: 'Brev', en: 'Letter' },
  municipality: { da: '{name} Kommune', en: 'Municipality of {name}' },
  to: { da: 'Til', en: 'To' },
  date: { da: 'Dato', en: 'Date' },
  yours: { da: 'Jeres nummer', en: 'Your number' },
  ours: { da: 'Vores nummer', en: 'Our number' },
  letter: { da: 'Svarbrev: {programme}', en: 'Answer to your referral: {programme}' },
  decision: { da: 'Afgørelse: {programme}', en: 'Decision: {programme}' },
  about: { da: 'Om jeres indstilling: {programme}', en: 'About your referral: {programme}' },
  received: {
    da: 'Den {day} modtog vi jeres indstilling af en familie til {programme}.',
    en: 'On {day} we received your referral of a family to {programme}.',
  },
  answer: { da: 'Svaret', en: 'The answer' },
  place: {
    da: 'Svaret er ja. Familien fik en plads den {day}.',
    en: 'The answer is yes. The family was given a place on {day}.',
  },
  starts: { da: 'Gruppens første dag er den {day}.', en: 'The group’s first day is {day}.' },
  why: { da: 'Begrundelse', en: 'Reason' },
  cameOfIt: { da: 'Udfald', en: 'Outcome' },
  /** Of a case that ended before the definition listed its codes. */
  notListed: {
    da: 'Det er noteret med en kode, som indsatsen ikke har ord for ({code}). Spørg visitationen.',
    en: 'It was noted by a code that the programme has no words for ({code}). Ask triage.',
  },
  next: { da: 'Næste skridt', en: 'Next step' },
  complaint: { da: 'Klagevejledning', en: 'How to complain' },
  regards: { da: 'Venlig hilsen', en: 'Yours sincerely' },
  foot: {
    da: 'Brevet viser, hvad jeres enhed må få at vide i dag. Familien står ikke med navn: jeres eget nummer siger, hvilken indstilling det er. Det, der er printet, kan ikke kaldes tilbage: pas på papiret.',
    en: 'The letter shows what your unit may be told today. The family is not named: your own number says which referral it is. What is printed cannot be called back: take care of the paper.',
  },
} as const satisfies Record<string, Text>;

/** What is answered, or that nothing is yet; `{day}` is since when. */
export const stateTexts: Readonly<Record<State, Text>> = {
  received: { da: 'Der er ikke svaret endnu.', en: 'There is no answer yet.' },
  'under-triage': {
    da: 'Indstillingen bliver behandlet. Der er ikke svaret endnu.',
    en: 'The referral is being assessed. There is no answer yet.',
  },
  'on-hold': {
    da: 'Indstillingen har været sat i bero siden den {day}. Der er ikke svaret endnu.',
    en: 'The referral has been on hold since {day}. There is no answer yet.',
  },
  waiting: {
    da: 'Svaret er ja, men der er ingen ledig plads. Familien har stået på venteliste siden den {day}.',
    en: 'The answer is yes, but there is no open place. The family has been on the waiting list since {day}.',
  },
  accepted: { da: 'Svaret er ja, givet den {day}.', en: 'The answer is yes, given on {day}.' },
  declined: { da: 'Svaret er nej, givet den {day}.', en: 'The answer is no, given on {day}.' },
  withdrawn: { da: 'Indstillingen blev trukket tilbage den {day}.', en: 'The referral was withdrawn on {day}.' },
  closed: { da: 'Indstillingen blev afsluttet den {day}.', en: 'The referral was closed on {day}.' },
};

/** Who has the next step. */
export const ownerTexts: Readonly<Record<Owner, Text>> = {
  triage: { da: 'Visitationen vurderer indstillingen.', en: 'Triage assesses the referral.' },
  sender: { da: 'Vi venter på jer.', en: 'We are waiting for you.' },
  family: { da: 'Vi venter på familien.', en: 'We are waiting for the family.' },
  scheduling: { da: 'Vi finder en plads til familien.', en: 'We find a place for the family.' },
  programme: { da: 'Indsatsen tager kontakt til familien.', en: 'The programme gets in touch with the family.' },
};
