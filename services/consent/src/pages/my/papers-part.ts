import type { PaperKind } from '@helhed/contracts';
import type { Text } from '@helhed/kernel';
import { html, type Html, type Language } from '@helhed/web';
import type { PaperPage, PaperView } from '../../papers/papers.dto.js';
import type { NameOf } from '../../units/unit-names.js';
import { day, functionName, said } from '../words/words.js';

const texts = {
  title: { da: 'På papir', en: 'On paper' },
  lead: {
    da: 'Papiret kan ligge uden for Helhed og kan ikke kaldes tilbage. Helhed gemmer det ikke.',
    en: 'The paper may lie outside Helhed and cannot be called back. Helhed does not keep it.',
  },
  none: { da: 'Der er ikke lavet noget på papir om jer.', en: 'Nothing was made on paper about you.' },
  by: { da: 'lavet af', en: 'made by' },
  at: { da: 'i', en: 'at' },
  times: { da: 'gange', en: 'times' },
  since: { da: 'Listen går tilbage til', en: 'The list reaches back to' },
  before: {
    da: 'Hvad der er ældre, er slettet af loggen over opslag.',
    en: 'What is older has been erased from the log of who has looked.',
  },
} as const;

const kinds: Readonly<Record<PaperKind, Text>> = {
  'printed-plan': { da: 'Jeres plan', en: 'Your family’s plan' },
  letter: { da: 'Brev med svaret på indstillingen', en: 'Letter with the answer to the referral' },
};

export type Papers = Pick<PaperPage, 'items' | 'since'>;

/** What was printed of somebody; undefined where there is nobody to tell of. */
export function papersPart(papers: Papers | undefined, nameOf: NameOf, language: Language): Html | false {
  if (papers === undefined) return false;
  const say = said(texts, language);
  const { items, since } = papers;
  return html`<h3>${say.title}</h3>
    ${
      items.length === 0
        ? html`<p>${say.none}</p>`
        : html`<p>${say.lead}</p>
            <ul>
              ${timesOf(items.map((each) => lineOf(each, nameOf, language))).map(([line, times]) => oneOf(line, times, say.times))}
            </ul>`
    }
    <p>${say.since} ${day(since, language)}. ${say.before}</p>`;
}

function lineOf({ kind, givenOn, unit, function: name }: PaperView, nameOf: NameOf, language: Language): string {
  const say = said(texts, language);
  const by =
    name !== null && unit !== null ? `, ${say.by} ${functionName(name, language)} ${say.at} ${nameOf(unit)}` : '';
  return `${kinds[kind][language]}${by}: ${day(givenOn, language)}`;
}

/** The same paper made again on the same day stands once, with how often: each of them may lie somewhere. */
function timesOf(lines: readonly string[]): [line: string, times: number][] {
  return [...new Set(lines)].map((line) => [line, lines.filter((each) => each === line).length]);
}

const oneOf = (line: string, times: number, called: string): Html =>
  html`<li>${line}${times > 1 && ` (${times} ${called})`}.</li>`;
