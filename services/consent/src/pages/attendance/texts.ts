import type { Language } from '@helhed/web';
import { said } from '../words/words.js';
import type { OwnSession } from './find-sessions.js';

const texts = {
  title: { da: 'Fremmøde', en: 'Attendance' },
  lead: {
    da: 'De gange, du holder, og hvor fremmødet kan noteres.',
    en: 'The sessions that you run and whose attendance can be noted.',
  },
  today: { da: 'I dag', en: 'Today' },
  before: { da: 'Tidligere', en: 'Earlier' },
  after: { da: 'Kommende', en: 'To come' },
  none: {
    da: 'Der er ingen gange, du kan notere fremmøde til lige nu.',
    en: 'There are no sessions that you can note attendance at just now.',
  },
  away: {
    da: 'Fremmødet kan ikke vises lige nu. Prøv igen om lidt.',
    en: 'Attendance cannot be shown just now. Try again in a while.',
  },
  session: { da: 'Gang', en: 'Session' },
  evening: { da: 'Temaaften', en: 'Theme evening' },
  at: { da: 'kl.', en: 'at' },
  until: { da: 'Kan noteres til og med', en: 'Can be noted up to and including' },
  all: { da: 'Alle gange', en: 'All sessions' },
  notBegun: {
    da: 'Gangen er ikke begyndt. Du kan notere, hvem der har meldt afbud.',
    en: 'The session has not begun. You can note who has said that they stay away.',
  },
  held: { da: 'Holdt', en: 'Held' },
  notHeld: { da: 'Ikke noteret som holdt', en: 'Not noted as held' },
  holds: {
    da: 'Gangen er ikke noteret som holdt. Det bliver den, når du gemmer, at nogen kom; indtil da tæller dens fremmøde ikke med.',
    en: 'The session is not noted as held. It will be once you save that somebody came; until then its attendance does not count.',
  },
  meal: { da: 'Til spisning', en: 'For the meal' },
  unknownAge: { da: 'alder ikke kendt', en: 'age not known' },
  notCounted: {
    da: 'Familier, der også kommer, og ikke er talt med, fordi deres plads er holdt tilbage for dig:',
    en: 'Families that come too and are not counted, since their seats are withheld from you:',
  },
  fewer: { da: 'Noteret væk:', en: 'Noted as away:' },
  family: { da: 'Familie', en: 'Family' },
  notNoted: { da: 'Ikke noteret endnu', en: 'Not noted yet' },
  notedOn: { da: 'Noteret', en: 'Noted' },
  came: { da: 'Kom', en: 'Came' },
  stayedAway: { da: 'Væk', en: 'Away' },
  unmarked: { da: 'Ikke noteret', en: 'Not noted' },
  reason: { da: 'Hvorfor væk?', en: 'Why away?' },
  choose: { da: 'Vælg en grund', en: 'Choose a reason' },
  years: { da: 'år', en: 'years' },
  parent: { da: 'forælder', en: 'parent' },
  child: { da: 'barn', en: 'child' },
  other: { da: 'anden voksen', en: 'another adult' },
  nameHidden: { da: 'Navnet er holdt tilbage:', en: 'The name is withheld:' },
  hidden: { da: 'En familie er holdt tilbage for dig:', en: 'A family is withheld from you:' },
  refused: { da: 'En familie kan ikke vises for dig:', en: 'A family cannot be shown to you:' },
  familyAway: {
    da: 'En familie kan ikke vises lige nu. Prøv igen om lidt.',
    en: 'A family cannot be shown just now. Try again in a while.',
  },
  save: { da: 'Gem fremmøde', en: 'Save attendance' },
  saved: { da: 'Fremmødet er gemt.', en: 'Attendance is saved.' },
  nothingSaved: { da: 'Intet er gemt endnu. Ret dette:', en: 'Nothing is saved yet. Correct this:' },
  someNotSaved: {
    da: 'Noget er ikke gemt. Se ved familierne nedenfor; det andet er gemt.',
    en: 'Something is not saved. See at the families below; the rest is saved.',
  },
  reasonMissing: { da: 'Vælg, hvorfor personen er væk', en: 'Choose why the person is away' },
  nobody: {
    da: 'Notér mindst én i familien: der er noteret fremmøde før',
    en: 'Note at least one of the family: attendance was noted before',
  },
  conflict: {
    da: 'Ikke gemt: en anden har noteret familiens fremmøde, mens du skrev. Her står det, som det er nu. Ret det, og gem igen.',
    en: 'Not saved: somebody else noted the family’s attendance while you wrote. Here it stands as it is now. Correct it and save again.',
  },
  yours: { da: 'Du ville have gemt:', en: 'You would have saved:' },
  lost: {
    da: 'Ikke gemt: en anden har noteret familiens fremmøde, mens du skrev.',
    en: 'Not saved: somebody else noted the family’s attendance while you wrote.',
  },
  notSaved: { da: 'Ikke gemt:', en: 'Not saved:' },
  saveAway: {
    da: 'Ikke gemt: det kan ikke gemmes lige nu. Prøv igen om lidt.',
    en: 'Not saved: it cannot be saved just now. Try again in a while.',
  },
} as const;
export type Said = ReturnType<typeof said<typeof texts>>;

export const attendanceTexts = (language: Language): Said => said(texts, language);

const locales = { da: 'da-DK', en: 'en-GB' } as const;

/** `Gang 3` */
export const sessionName = ({ kind, number }: Pick<OwnSession, 'kind' | 'number'>, say: Said): string =>
  `${kind === 'session' ? say.session : say.evening} ${number}`;

/** `torsdag den 15. oktober 2026 kl. 16.00` */
export function sessionTime({ date, startTime }: Pick<OwnSession, 'date' | 'startTime'>, language: Language): string {
  const day = new Intl.DateTimeFormat(locales[language], { dateStyle: 'full', timeZone: 'UTC' });
  const { at } = attendanceTexts(language);
  const time = language === 'da' ? startTime.replace(':', '.') : startTime;
  return `${day.format(new Date(`${date}T00:00:00Z`))} ${at} ${time}`;
}
