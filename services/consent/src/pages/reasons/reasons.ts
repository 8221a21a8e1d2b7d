import { accessProblems, reasonTexts } from '@helhed/access';
import type { Text } from '@helhed/kernel';
import { generalProblems, type ProblemType } from '@helhed/web';
import { problems } from '../../problems.js';

/** What the other services answer with: each explains its own at `/{service}/problems/{slug}`; here they stand together. */
const ofOthers: Readonly<Record<string, Text>> = {
  'foreign-unit': { da: 'Det hører til en anden enhed end din.', en: 'It belongs to another unit than yours.' },
  'may-not-refer': {
    da: 'Indsatsen lader ikke funktionen indstille.',
    en: 'The programme does not let the function refer.',
  },
  'resource-unknown': { da: 'Kendes ikke her.', en: 'Not known here.' },
  'family-erased': { da: 'Familiens oplysninger er slettet.', en: 'What was held on the family has been erased.' },
  'own-relation': { da: 'Man giver ikke sig selv adgang.', en: 'Nobody gives themselves access.' },
  'subject-not-self': { da: 'Spørg kun for dig selv.', en: 'Ask for yourself only.' },
  'employee-account': { da: 'Kontoen er en medarbejders.', en: 'The account is an employee’s.' },
  'referral-fixed': {
    da: 'Indstillingen kan ikke længere ændres.',
    en: 'The referral can no longer be changed.',
  },
  'goal-fixed': { da: 'Det kan ikke noteres om målet nu.', en: 'That cannot be noted of the goal now.' },
  'registration-outside-course': {
    da: 'Skemaet udfyldes under forløbet, og familien er ikke på det nu.',
    en: 'The form is filled in during the course, and the family is not on it now.',
  },
  'registration-withheld': {
    da: 'Skemaet kan ikke udfyldes herfra nu: om familien er indskrevet, er holdt tilbage.',
    en: 'The form cannot be filled in from here now: whether the family is enrolled is withheld.',
  },
  'seat-withheld': {
    da: 'Det kan ikke noteres eller ændres herfra nu: familiens plads i gruppen er holdt tilbage.',
    en: 'That cannot be noted or changed from here now: the family’s seat in the group is withheld.',
  },
  'need-withheld': {
    da: 'Familiens behov kan ikke nævnes eller ændres herfra nu.',
    en: 'The family’s needs cannot be named or changed from here now.',
  },
  'observation-fixed': {
    da: 'Det kan ikke noteres om observationen nu.',
    en: 'That cannot be noted of the observation now.',
  },
  'basis-missing': {
    da: 'Der er ikke en gældende hjemmel til at notere det.',
    en: 'There is no basis in force for noting that.',
  },
  'separation-known': {
    da: 'Det er allerede registreret, at de to familier ikke kan være i samme gruppe.',
    en: 'It is recorded already that the two families cannot be in one group.',
  },
  'webhook-over': { da: 'Webhooken er afsluttet.', en: 'The webhook has ended.' },
  'webhooks-used-up': {
    da: 'En enhed har højst 5 webhooks, der ikke er afsluttet.',
    en: 'A unit has at most 5 webhooks that are not ended.',
  },
  'staff-unsuitable': {
    da: 'Medarbejderen kan ikke holde gruppen.',
    en: 'The member of staff cannot run the group.',
  },
  'not-on-staff': {
    da: 'Fremmøde noteres af dem, der holder gangen.',
    en: 'Attendance is noted by those who run the session.',
  },
  'view-fixed': {
    da: 'Det kan ikke åbnes eller lukkes sådan nu.',
    en: 'It cannot be opened or closed like that now.',
  },
  'feed-closed': {
    da: 'Abonnementet var fælles for familien og er lukket; opret et til hver modtager.',
    en: 'The feed was shared by the family and is closed; make one for each recipient.',
  },
  'too-many-attempts': { da: 'For mange forsøg; få en ny kode.', en: 'Too many attempts; get a new code.' },
  'already-linked': {
    da: 'Kontoen eller personen er allerede knyttet.',
    en: 'The account or the person is linked already.',
  },
  'too-young': { da: 'Under alderen for egen adgang.', en: 'Below the age of own access.' },
};

const titled = (texts: Readonly<Record<string, Text>>): Record<string, ProblemType> =>
  Object.fromEntries(Object.entries(texts).map(([slug, title]) => [slug, { title }]));

const problemsToo: Readonly<Record<string, ProblemType>> = { ...accessProblems, ...problems };
/** What is advised on a problem of the same name holds for what is withheld too. */
const withheld = Object.entries(reasonTexts).map(([slug, title]): [string, ProblemType] => [
  slug,
  { ...problemsToo[slug], title },
]);

/** Every reason of docs/access.md, section 10. */
export const reasons: Readonly<Record<string, ProblemType>> = {
  ...titled(ofOthers),
  'not-found': generalProblems['not-found'],
  'log-unavailable': generalProblems['log-unavailable'],
  ...problemsToo,
  ...Object.fromEntries(withheld),
};
