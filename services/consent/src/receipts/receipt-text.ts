import { categories, purposes, type Category, type PurposeCode } from '@helhed/contracts';
import type { NameOf } from '../units/unit-names.js';
import type { Basis } from '../bases/basis.js';

const ways = { spoken: 'mundtligt', paper: 'på papir', written: 'skriftligt' } as const;
const months = 'januar februar marts april maj juni juli august september oktober november december'.split(' ');

/** `3. september 2026` */
function say(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day}. ${months[month! - 1]} ${year}`;
}

const join = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} og ${words.at(-1)}`;
const persons = (count: number): string => (count === 1 ? '1 person' : `${count} personer`);

interface Around {
  /** The programme's name in Danish */
  readonly programme: string;
  readonly nameOf: NameOf;
  /** ISO date */
  readonly today: string;
}

/** What a child can read too: short sentences, no law, no person's name. */
export function receiptText(basis: Basis, { programme, nameOf, today }: Around): string {
  const { kind, layer, purpose, givers, paragraph, leftOut } = basis;
  const [fromUnit, toUnit, recordedIn] = [basis.fromUnit, basis.toUnit, basis.recordedInUnit].map(nameOf);
  const what = join(basis.categories.map((code) => categories[code as Category]?.text.da ?? code));
  const allowed =
    layer === 'disclosure' ? `${fromUnit} må fortælle ${toUnit} om: ${what}.` : `${toUnit} må bruge: ${what}.`;
  const lines = [
    kind === 'consent' ? 'Kvittering for et ja (samtykke)' : 'Kvittering for en hjemmel',
    '',
    `Hvad handler det om? ${allowed}`,
    `Hvorfor? Det er til ${purposes[purpose as PurposeCode]?.text.da ?? purpose} i ${programme}.`,
    `Hvem handler det om? ${persons(basis.persons.length)} i familien.`,
    ...(kind === 'consent'
      ? givers.map(({ how, givenOn }) => `En person har sagt ja ${ways[how]} den ${say(givenOn)}.`)
      : [`Det står i: ${paragraph}.`]),
    ...(leftOut.length > 0
      ? [`${persons(leftOut.length)} er ikke spurgt. Det står i: ${join(leftOut.map((each) => each.paragraph))}.`]
      : []),
    `Hvornår gælder det? ${period(basis)}`,
    ...status(basis, today),
    ...(kind === 'consent'
      ? ['Kan man sige nej igen? Ja, når som helst. Når du har fået svar på det, ser ingen mere på grund af dit ja.']
      : []),
    `Det er skrevet ned i ${recordedIn}. Nummer: ${basis.id}`,
  ];
  return lines.join('\n');
}

const period = ({ validFrom, validTo }: Basis): string =>
  validTo === null ? `Fra den ${say(validFrom)}.` : `Fra den ${say(validFrom)} og til dagen før den ${say(validTo)}.`;

function status(basis: Basis, today: string): string[] {
  const back = basis.givers.filter(({ withdrawn }) => withdrawn).length;
  const taken = back > 0 ? [`${persons(back)} har taget sit ja tilbage.`] : [];
  if (basis.ended === 'ended') return [...taken, 'Det gælder ikke mere: det er ophævet.'];
  if (basis.ended === 'used-up') return [...taken, 'Det gælder ikke mere: mødet er holdt.'];
  return basis.isOver(today) ? [...taken, 'Det gælder ikke mere.'] : taken;
}
