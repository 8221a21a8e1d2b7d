import type { Actor } from '@helhed/access';
import type { Text } from '@helhed/kernel';
import { html, type Html, type Language, type PageView } from '@helhed/web';
import { day, functionName, said } from '../words/words.js';
import type { Figure, FigureQuestion } from './ask-figures.js';
import { chartAndTable } from './chart-and-table.js';
import { inGroups, type Group } from './chart-groups.js';
import type { Programme } from './find-programmes.js';
import { meaningOf, notNow, pairOf, reportPage } from './report-page.js';

const texts = {
  title: { da: 'Årets tal', en: "The year's figures" },
  lead: {
    da: 'Hvad der er sket i en indsats i en periode. Egne, pårørendes og kollegers sager er ikke talt med.',
    en: 'What happened in a programme in a period. One’s own, relatives’ and colleagues’ records are not counted.',
  },
  exact: {
    da: 'Tallene er nøjagtige og ikke sløret. Del dem ikke: små tal kan vise, hvem det handler om.',
    en: 'The figures are exact and nothing is hidden. Do not pass them on: small numbers can show whom they are about.',
  },
  from: { da: 'Fra og med', en: 'From' },
  to: { da: 'Til og med', en: 'Up to and including' },
  as: { da: 'Vist for', en: 'Shown to' },
  at: { da: 'i', en: 'at' },
  figure: { da: 'Tal', en: 'Figure' },
  value: { da: 'Antal', en: 'Number' },
  of: { da: 'Ud af', en: 'Out of' },
  by: { da: 'efter', en: 'by' },
  over: { da: 'Ud af:', en: 'Out of:' },
  unknown: { da: 'ingen', en: 'none' },
  table: { da: 'Hent tallene som CSV', en: 'Download the figures as CSV' },
  once: { da: 'Delt op én gang, den', en: 'Counted in parts once, on' },
} as const;
type Said = ReturnType<typeof said<typeof texts>>;

export interface Shown {
  readonly asked: FigureQuestion;
  /** undefined: reporting does not say it now */
  readonly figures: readonly Figure[] | undefined;
}

interface Place {
  readonly programmes: readonly Programme[];
  /** As people call the unit whose figures they are shown as. */
  readonly atUnit: string;
}

export function figuresPage(
  view: PageView,
  actor: Actor,
  { programmes, atUnit }: Place,
  asked: FigureQuestion,
  shown?: Shown,
): string {
  const { language } = view;
  const say = said(texts, language);
  const { function: name = '' } = actor;
  const date = (which: 'from' | 'to'): Html =>
    html`<div class="form-group">
      <label class="form-label" for="${which}">${say[which]}</label>
      <input class="form-input" type="date" id="${which}" name="${which}" value="${asked[which]}" required />
    </div>`;
  const shownTo = html`${say.as} ${functionName(name, language)} ${say.at} ${atUnit}.`;
  return reportPage(view, actor, {
    path: 'figures',
    title: texts.title,
    lead: texts.lead,
    programmes,
    selected: asked.programme,
    fields: html`${date('from')} ${date('to')}`,
    results: shown && results(shown, { programmes, shownTo, pair: pairOf(actor) }, language),
  });
}

interface Around {
  readonly programmes: readonly Programme[];
  readonly shownTo: Html;
  readonly pair: string;
}

function results({ asked, figures }: Shown, { programmes, shownTo, pair }: Around, language: Language): Html {
  const say = said(texts, language);
  if (!figures) return notNow(language);
  const table = new URLSearchParams({ function: pair, ...asked, format: 'csv' });
  const name = programmes.find(({ code }) => code === asked.programme)?.name[language] ?? asked.programme;
  return html`<h2>${name}, ${day(asked.from, language)} – ${day(asked.to, language)}</h2>
    <p class="page-quiet">${shownTo} ${say.exact}</p>
    <p class="page-tools-only"><a href="/consent/figures?${table.toString()}" download>${say.table}</a></p>
    ${inGroups(figures).map((group) => partOf(group, language, say))}
    ${figures.filter(({ parts }) => parts.length > 0).map((figure) => partsOf(figure, language, say))}
    ${figures.map((figure) => figure.partsWithheld && withheldOf(figure, figure.partsWithheld.text, language, say))}
    ${meaningOf(figures, language, ({ denominator }) => denominator && `${say.over} ${lowered(denominator.definition[language])}`)}`;
}

const lowered = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);

function partOf({ id, title, figures }: Group<Figure>, language: Language, say: Said): Html {
  // a median of nobody is no bar: none is not nought
  const bars = figures.flatMap(({ name, value }) => (value === null ? [] : [{ name: name[language], value }]));
  const rows = figures.map(({ name, value, denominator }) => [
    name[language],
    value ?? say.unknown,
    denominator ? denominator.value : '–',
  ]);
  const columns = figures.some(({ denominator }) => denominator)
    ? [say.figure, say.value, say.of]
    : [say.figure, say.value];
  return chartAndTable({ id, title: title[language], bars, columns, rows });
}

const titleOf = ({ name, partsBy }: Figure, language: Language, say: Said): string =>
  `${name[language]} ${say.by} ${partsBy?.[language] ?? ''}`;

function withheldOf(figure: Figure, why: Text, language: Language, say: Said): Html {
  return html`<section class="figures-part">
    <h3>${titleOf(figure, language, say)}</h3>
    <p>${why[language]}</p>
  </section>`;
}

function partsOf(figure: Figure, language: Language, say: Said): Html {
  const { code, parts, partsBy, partsOn } = figure;
  const called = parts.map((part) => ({ name: part.name?.[language] ?? part.code, value: part.value }));
  const by = partsBy?.[language] ?? '';
  return chartAndTable({
    id: `parts-${code}`,
    title: titleOf(figure, language, say),
    note: partsOn ? `${say.once} ${day(partsOn, language)}.` : undefined,
    bars: called,
    columns: [by.charAt(0).toUpperCase() + by.slice(1), say.value],
    rows: called.map((part) => [part.name, part.value]),
  });
}
