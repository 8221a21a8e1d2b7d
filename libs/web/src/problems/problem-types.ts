import type { Text } from '@helhed/kernel';

/** What a problem page says: a title, and what a client can do about it. */
export interface ProblemType {
  readonly title: Text;
  readonly advice?: Text;
}

export type ProblemTypes = Readonly<Record<string, ProblemType>>;

/** The problems that any service can answer with. A service adds its own in `startService({ problems })`. */
export const generalProblems = {
  'validation-failed': {
    title: { da: 'Anmodningen har ikke den rette form', en: 'The request does not have the right shape' },
    advice: {
      da: '`errors` nævner hvert felt og den regel, det bryder. Formen står i servicens OpenAPI-dokument.',
      en: '`errors` names each field and the rule it breaks. The shape is in the service’s OpenAPI document.',
    },
  },
  'malformed-request': {
    title: { da: 'Anmodningen kan ikke læses', en: 'The request cannot be read' },
    advice: { da: 'Adresse eller JSON er ikke velformet.', en: 'The address or the JSON is not well formed.' },
  },
  'too-deep': {
    title: { da: 'Indholdet er lag på lag i for mange lag', en: 'The body is nested too deeply' },
    advice: {
      da: 'Ingen rute læser lister og objekter i så mange lag. Formen står i servicens OpenAPI-dokument.',
      en: 'No route reads lists and objects that deep. The shape is in the service’s OpenAPI document.',
    },
  },
  'cursor-invalid': { title: { da: 'Markøren hører ikke til listen', en: 'The cursor does not belong to the list' } },
  'cpr-invalid': { title: { da: 'Ikke et CPR-nummer', en: 'Not a CPR number' } },
  'municipality-invalid': { title: { da: 'Ikke en kommunekode', en: 'Not a municipality code' } },
  'idempotency-key-required': {
    title: { da: 'Idempotency-Key mangler', en: 'Idempotency-Key is missing' },
    advice: {
      da: 'Send en nøgle, som du selv vælger, for eksempel en UUID. Gentager du anmodningen med samme nøgle, sker den kun én gang.',
      en: 'Send a key of your own choice, a UUID say. If you repeat the request with the same key, it happens once.',
    },
  },
  'idempotency-key-reused': {
    title: { da: 'Nøglen er brugt til noget andet', en: 'The key was used for something else' },
    advice: {
      da: 'Samme Idempotency-Key kom før med et andet indhold eller til en anden adresse. Brug en ny nøgle til en ny anmodning.',
      en: 'The same Idempotency-Key came before with another body, or at another address. Use a new key for a new request.',
    },
  },
  unauthenticated: {
    title: { da: 'Hvem spørger?', en: 'Who is asking?' },
    advice: {
      da: 'Send et gyldigt adgangstoken fra kommunens Keycloak.',
      en: 'Send a valid access token from the municipality’s Keycloak.',
    },
  },
  forbidden: {
    title: { da: 'Det må funktionen ikke', en: 'The function may not do this' },
    advice: {
      da: 'Kommunens administrator giver funktioner. Hvem der må hvad, står i Helheds adgangsbeskrivelse (docs/access.md).',
      en: 'The municipality’s administrator gives functions. Who may do what is in Helhed’s page on access (docs/access.md).',
    },
  },
  moved: {
    title: { da: 'Lagt sammen med en anden', en: 'Merged into another' },
    advice: {
      da: 'Det findes på adressen i Location; `movedTo` er dets id.',
      en: 'It is at the address in Location; `movedTo` is its id.',
    },
  },
  'not-found': {
    title: { da: 'Findes ikke eller er uden for rækkevidde', en: 'Does not exist or is out of reach' },
    advice: {
      da: 'Svaret er det samme, hvad enten det ikke findes, eller du ikke må se det.',
      en: 'The answer is the same whether it does not exist or you may not see it.',
    },
  },
  'method-not-allowed': {
    title: { da: 'Adressen findes, men ikke med den metode', en: 'The address exists, but not with that method' },
    advice: { da: 'Headeren Allow siger hvilke.', en: 'The Allow header says which.' },
  },
  'not-acceptable': {
    title: { da: 'Svaret findes ikke i det format', en: 'The answer does not exist in that format' },
  },
  'request-timeout': { title: { da: 'Anmodningen kom for langsomt', en: 'The request came too slowly' } },
  conflict: {
    title: { da: 'Det støder sammen med noget, der er sket', en: 'It clashes with something that has happened' },
  },
  gone: { title: { da: 'Det er slettet', en: 'It has been erased' } },
  stale: {
    title: { da: 'Det er ændret, siden du læste det', en: 'It has changed since you read it' },
    advice: {
      da: 'Læs det igen og send If-Match med det nye ETag.',
      en: 'Read it again and send If-Match with the new ETag.',
    },
  },
  'too-large': { title: { da: 'Anmodningen er for stor', en: 'The request is too large' } },
  'unsupported-media-type': {
    title: {
      da: 'Indholdet har en anden type, end ruten læser',
      en: 'The content is of a type that the route does not read',
    },
    advice: { da: 'Send application/json.', en: 'Send application/json.' },
  },
  'real-time-only': {
    title: { da: 'Uret kan kun stilles i en demonstration', en: 'The clock can be set only in a demonstration' },
  },
  'issuer-differs': {
    title: { da: 'Kommunen har en anden udsteder', en: 'The municipality has another issuer' },
    advice: {
      da: 'Med `replaceIssuer: true` afløser den nye udsteder den gamle, hvis tokens ikke længere gælder.',
      en: 'With `replaceIssuer: true` the new issuer takes the place of the old one, whose tokens no longer count.',
    },
  },
  rule: { title: { da: 'En regel siger nej', en: 'A rule says no' } },
  'if-match-required': {
    title: { da: 'If-Match mangler', en: 'If-Match is missing' },
    advice: { da: 'En ændring siger, hvilken udgave den bygger på.', en: 'A change says which version it builds on.' },
  },
  'if-match-malformed': {
    title: { da: 'If-Match er ikke et ETag', en: 'If-Match is not an ETag' },
    advice: {
      da: 'Send ét ETag, som du fik det, med anførselstegn: `If-Match: "3"`. Står der W/ foran, har en proxy undervejs sat det på: lad den være med at komprimere.',
      en: 'Send one ETag as it came, with its quotes: `If-Match: "3"`. A W/ before it was put there by a proxy on the way: have it leave answers uncompressed.',
    },
  },
  unavailable: {
    title: { da: 'Noget, som servicen bygger på, svarer ikke', en: 'Something the service builds on does not answer' },
    advice: {
      da: 'Intet er sket. Prøv igen efter så mange sekunder, som Retry-After siger.',
      en: 'Nothing has happened. Try again after the seconds that Retry-After says.',
    },
  },
  'log-unavailable': {
    title: { da: 'Det kan ikke noteres lige nu', en: 'It cannot be noted right now' },
    advice: {
      da: 'Hvert opslag noteres, før det besvares. Det kunne det ikke, så intet er vist.',
      en: 'Every look is noted before it is answered. It could not be, so nothing was shown.',
    },
  },
  'not-committed': { title: { da: 'Intet blev gemt', en: 'Nothing was stored' } },
  internal: {
    title: { da: 'En fejl hos os', en: 'A fault of ours' },
    advice: {
      da: 'Fejlen er skrevet i servicens log under `instance`.',
      en: 'The fault is written in the service’s log under `instance`.',
    },
  },
} satisfies ProblemTypes;
