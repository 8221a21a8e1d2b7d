import type { Text } from '@helhed/kernel';

/** Titles of the problems that the guard answers with; libs/web makes a page of each. */
export const accessProblems: Readonly<Record<string, { readonly title: Text; readonly advice?: Text }>> = {
  'token-missing': {
    title: { da: 'Adgangstoken mangler', en: 'The access token is missing' },
    advice: {
      da: 'Hent et token i kommunens Keycloak, og send det som Authorization: Bearer …',
      en: 'Fetch a token from the municipality’s Keycloak and send it as Authorization: Bearer …',
    },
  },
  'token-refused': {
    title: { da: 'Adgangstokenet er ikke gyldigt', en: 'The access token is not valid' },
    advice: {
      da: 'Et token gælder højst fem minutter og kun fra en kommune, der er registreret. Hent et nyt.',
      en: 'A token lasts five minutes at most, and only from a municipality that is registered. Fetch a new one.',
    },
  },
  'not-allowed': {
    title: { da: 'Det må funktionen ikke', en: 'The function may not do this' },
    advice: {
      da: 'Kommunens administrator giver funktioner. Hvem der må hvad, står i Helheds adgangsbeskrivelse (docs/access.md).',
      en: 'The municipality’s administrator gives functions. Who may do what is in Helhed’s page on access (docs/access.md).',
    },
  },
  'person-token-required': {
    title: { da: 'Det kræver en persons token', en: 'That needs a person’s token' },
    advice: {
      da: 'Et fagsystem bytter sin brugers token i Keycloak, og beslutningen er så brugerens.',
      en: 'A system exchanges its user’s token at Keycloak, and the decision is then the user’s.',
    },
  },
  'own-record': { title: { da: 'Egen sag', en: 'Own record' } },
  'relative-record': { title: { da: 'En pårørendes sag', en: 'A relative’s record' } },
  'colleague-record': {
    title: { da: 'En kollegas sag', en: 'A colleague’s record' },
    advice: {
      da: 'Programlederen kan give en habilitetsgodkendelse for en periode.',
      en: 'The programme lead can give a clearance for a period.',
    },
  },
  csrf: {
    title: { da: 'Formularen er ikke fra os', en: 'The form is not ours' },
    advice: {
      da: 'Gå tilbage til siden, genindlæs den, og send formularen igen.',
      en: 'Go back to the page, reload it and send the form again.',
    },
  },
  'function-ambiguous': {
    title: { da: 'Hvilken funktion handler du i?', en: 'Which function do you act in?' },
    advice: {
      da: 'En anmodning sker i én funktion: send Helhed-Function: <enhed>:<funktion>.',
      en: 'A request acts in one function: send Helhed-Function: <unit>:<function>.',
    },
  },
  'function-invalid': { title: { da: 'Helhed-Function kan ikke læses', en: 'Helhed-Function cannot be read' } },
  'function-not-held': { title: { da: 'Den funktion har du ikke', en: 'You do not hold that function' } },
  'municipality-required': { title: { da: 'Kommunen mangler', en: 'The municipality is missing' } },
  'municipality-unknown': { title: { da: 'Kommunen er ikke registreret', en: 'The municipality is not registered' } },
  'keycloak-unavailable': { title: { da: 'Keycloak svarer ikke', en: 'Keycloak does not answer' } },
  'service-token-refused': {
    title: { da: 'Keycloak giver ikke servicen et token', en: 'Keycloak gives the service no token' },
    advice: {
      da: 'Driften: findes servicens klient i kommunens realm, og er dens hemmelighed den rette?',
      en: 'Operators: does the service’s client exist in the municipality’s realm, and is its secret the right one?',
    },
  },
  'consent-unavailable': {
    title: {
      da: 'Om grundlaget stadig gælder, kan ikke afgøres lige nu',
      en: 'Whether the basis still holds cannot be decided right now',
    },
    advice: {
      da: 'Spørg igen om lidt. Det, der ikke hviler på et grundlag, som kan trækkes tilbage, kan stadig læses.',
      en: 'Ask again shortly. What rests on no ground that can be taken back is still read.',
    },
  },
  'database-unavailable': { title: { da: 'Databasen svarer ikke', en: 'The database does not answer' } },
};
