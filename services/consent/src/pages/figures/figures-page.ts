import type { Actor } from '@helhed/access';
import { html, layout, type Html, type Language, type PageView } from '@helhed/web';
import type { ProgrammeCopy } from '../../programmes/programme-copy.js';
import { day, functionName, said } from '../words/words.js';
import type { Figure, FigureQuestion } from './ask-figures.js';
import { barChart } from './bar-chart.js';
import { inGroups, type Group } from './chart-groups.js';

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
  programme: { da: 'Indsats', en: 'Programme' },
  from: { da: 'Fra og med', en: 'From' },
  to: { da: 'Til og med', en: 'Up to and including' },
  show: { da: 'Vis tal', en: 'Show figures' },
  none: { da: 'Der er ingen indsatser endnu.', en: 'There are no programmes yet.' },
  away: {
    da: 'Tallene kan ikke vises lige nu. Prøv igen om lidt.',
    en: 'The figures cannot be shown just now. Try again in a while.',
  },
  as: { da: 'Vist for', en: 'Shown to' },
  at: { da: 'i', en: 'at' },
  figure: { da: 'Tal', en: 'Figure' },
  value: { da: 'Antal', en: 'Number' },
  of: { da: 'Ud af', en: 'Out of' },
  reason: { da: 'Grund', en: 'Reason' },
  byReason: { da: 'efter grund', en: 'by reason' },
  meaning: { da: 'Hvad tallene betyder', en: 'What the figures mean' },
  over: { da: 'Ud af:', en: 'Out of:' },
  unknown: { da: 'ingen', en: 'none' },
} as const;
type Said = ReturnType<typeof said<typeof texts>>;

export interface Shown {
  readonly asked: FigureQuestion;
  /** undefined: reporting does not say it now */
  readonly figures: readonly Figure[] | undefined;
}

type Programme = Pick<ProgrammeCopy, 'code' | 'name'>;

export function figuresPage(
  view: PageView,
  actor: Actor,
  programmes: readonly Programme[],
  asked: FigureQuestion,
  shown?: Shown,
): string {
  const { language } = view;
  const say = said(texts, language);
  const { unit = '', function: name = '' } = actor;
  const main = html`<h1>${say.title}</h1>
    <p class="font-lead">${say.lead}</p>
    ${programmes.length === 0 ? html`<p>${say.none}</p>` : form(`${unit}:${name}`, programmes, asked, language)}
    ${shown && results(shown, programmes, html`${say.as} ${functionName(name, language)} ${say.at} ${unit}.`, language)}`;
  return layout(view, { title: say.title, main });
}

function form(pair: string, programmes: readonly Programme[], asked: FigureQuestion, language: Language): Html {
  const say = said(texts, language);
  const options = programmes.map(
    ({ code, name }) =>
      html`<option value="${code}" ${code === asked.programme && html` selected`}>${name[language]}</option>`,
  );
  const date = (name: 'from' | 'to'): Html =>
    html`<div class="form-group">
      <label class="form-label" for="${name}">${say[name]}</label>
      <input class="form-input" type="date" id="${name}" name="${name}" value="${asked[name]}" required />
    </div>`;
  return html`<form action="/consent/figures" method="get" class="figures-form page-tools-only">
    <input type="hidden" name="function" value="${pair}" />
    <div class="form-group">
      <label class="form-label" for="programme">${say.programme}</label>
      <select class="form-select" name="programme" id="programme">
        ${options}
      </select>
    </div>
    ${date('from')} ${date('to')}
    <button class="button button-primary" type="submit">${say.show}</button>
  </form>`;
}

function results({ asked, figures }: Shown, programmes: readonly Programme[], shownTo: Html, language: Language): Html {
  const say = said(texts, language);
  if (!figures) return html`<div class="alert alert-warning" role="alert"><p>${say.away}</p></div>`;
  const name = programmes.find(({ code }) => code === asked.programme)?.name[language] ?? asked.programme;
  return html`<h2>${name}, ${day(asked.from, language)} – ${day(asked.to, language)}</h2>
    <p class="page-quiet">${shownTo} ${say.exact}</p>
    ${inGroups(figures).map((group) => partOf(group, language, say))}
    ${figures.filter(({ parts }) => parts.length > 0).map((figure) => reasonsOf(figure, language, say))}
    <section class="figures-meaning">
      <h3>${say.meaning}</h3>
      <dl>
        ${figures.map(
          ({ name: called, definition, denominator }) =>
            html`<dt>${called[language]}</dt>
              <dd>
                ${definition[language]} ${denominator && `${say.over} ${lowered(denominator.definition[language])}`}
              </dd>`,
        )}
      </dl>
    </section>`;
}

const lowered = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);

function partOf({ id, title, figures }: Group, language: Language, say: Said): Html {
  const bars = figures.map(({ name, value }) => ({ name: name[language], value: value ?? 0 }));
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

function reasonsOf({ code, name, parts }: Figure, language: Language, say: Said): Html {
  const bars = parts.map((part) => ({ name: part.code, value: part.value }));
  const rows = parts.map((part) => [part.code, part.value]);
  const title = `${name[language]} ${say.byReason}`;
  return chartAndTable({ id: `reasons-${code}`, title, bars, columns: [say.reason, say.value], rows });
}

interface Part {
  readonly id: string;
  readonly title: string;
  readonly bars: readonly { name: string; value: number }[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

function chartAndTable({ id, title, bars, columns, rows }: Part): Html {
  const told = bars.map((bar) => `${bar.name}: ${bar.value}`).join('; ');
  const row = (cells: readonly (string | number)[]): Html =>
    html`<tr>
      <th scope="row">${cells[0]}</th>
      ${cells.slice(1, columns.length).map((cell) => html`<td class="figures-number">${cell}</td>`)}
    </tr>`;
  return html`<section class="figures-part" aria-labelledby="${id}">
    <h3 id="${id}">${title}</h3>
    <div class="figures-pair">
      ${barChart({ id: `chart-${id}`, title, description: told, bars })}
      <table class="figures-table">
        <thead>
          <tr>
            ${columns.map((column, at) => html`<th scope="col" ${at > 0 && html` class="figures-number"`}>${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(row)}
        </tbody>
      </table>
    </div>
  </section>`;
}
