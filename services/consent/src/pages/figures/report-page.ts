import type { Actor } from '@helhed/access';
import type { Text } from '@helhed/kernel';
import { html, layout, type Html, type Language, type PageView } from '@helhed/web';
import { said } from '../words/words.js';
import type { Programme } from './find-programmes.js';

const texts = {
  programme: { da: 'Indsats', en: 'Programme' },
  show: { da: 'Vis tal', en: 'Show figures' },
  none: { da: 'Der er ingen indsatser endnu.', en: 'There are no programmes yet.' },
  away: {
    da: 'Tallene kan ikke vises lige nu. Prøv igen om lidt.',
    en: 'The figures cannot be shown just now. Try again in a while.',
  },
  meaning: { da: 'Hvad tallene betyder', en: 'What the figures mean' },
} as const;

/** A page of a programme's figures: exact, or as they were released. */
export interface Report {
  /** Below `/consent`; its form asks there. */
  readonly path: 'figures' | 'releases';
  readonly title: Text;
  readonly lead: Text;
  readonly programmes: readonly Programme[];
  /** The programme's code. */
  readonly selected: string | undefined;
  /** What the form asks beside the programme. */
  readonly fields?: Html;
  readonly results: Html | false | undefined;
}

export const pairOf = ({ unit = '', function: name = '' }: Actor): string => `${unit}:${name}`;

export function reportPage(view: PageView, actor: Actor, report: Report): string {
  const { language } = view;
  const { title, lead, programmes, results } = report;
  const main = html`<h1>${title[language]}</h1>
    <p class="font-lead">${lead[language]}</p>
    ${programmes.length === 0 ? html`<p>${texts.none[language]}</p>` : form(actor, report, language)} ${results}`;
  return layout(view, { title: title[language], main });
}

function form(actor: Actor, { path, programmes, selected, fields }: Report, language: Language): Html {
  const say = said(texts, language);
  const options = programmes.map(
    ({ code, name }) =>
      html`<option value="${code}" ${code === selected && html` selected`}>${name[language]}</option>`,
  );
  return html`<form action="/consent/${path}" method="get" class="figures-form page-tools-only">
    <input type="hidden" name="function" value="${pairOf(actor)}" />
    <div class="form-group">
      <label class="form-label" for="programme">${say.programme}</label>
      <select class="form-select" name="programme" id="programme">
        ${options}
      </select>
    </div>
    ${fields}
    <button class="button button-primary" type="submit">${say.show}</button>
  </form>`;
}

/** Reporting does not say the figures now. */
export const notNow = (language: Language): Html =>
  html`<div class="alert alert-warning" role="alert"><p>${texts.away[language]}</p></div>`;

/** What each figure means. @param more said after its definition */
export function meaningOf<F extends { readonly name: Text; readonly definition: Text }>(
  figures: readonly F[],
  language: Language,
  more: (figure: F) => string | null = () => null,
): Html {
  return html`<section class="figures-meaning">
    <h3>${texts.meaning[language]}</h3>
    <dl>
      ${figures.map(
        (figure) =>
          html`<dt>${figure.name[language]}</dt>
            <dd>${figure.definition[language]} ${more(figure)}</dd>`,
      )}
    </dl>
  </section>`;
}
