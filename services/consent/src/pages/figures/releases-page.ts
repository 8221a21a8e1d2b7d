import type { Actor } from '@helhed/access';
import { html, type Html, type Language, type PageView } from '@helhed/web';
import { day, said } from '../words/words.js';
import type { Release, ReleasedFigure } from './ask-releases.js';
import { numberOf, type Bar } from './bar-chart.js';
import { chartAndTable } from './chart-and-table.js';
import { inGroups, type Group } from './chart-groups.js';
import type { Programme } from './find-programmes.js';
import { meaningOf, notNow, pairOf, reportPage } from './report-page.js';

const texts = {
  title: { da: 'Udgivne tal', en: 'Released figures' },
  lead: {
    da: 'Hvad der blev af de familier, der blev indstillet i et år. Tallene er gjort op, da også det næste år var gået, og ændres ikke siden.',
    en: 'What became of the families that were referred in a year. Counted when the next year was over too, and not changed since.',
  },
  ranges: {
    da: 'Hvert tal står som et spænd, og det rigtige tal er et af dem i spændet. Så kan ingen regne sig til, hvordan det gik enkelte familier. Du må dele tallene.',
    en: 'Each number stands as a range, and the true number is one of those in it. So nobody can reckon how single families fared. You may pass the figures on.',
  },
  years: { da: 'År', en: 'Years' },
  unreleased: {
    da: 'Der er ikke givet tal ud for indsatsen endnu. Et års familier kan gøres op, når også det næste år er gået.',
    en: 'No figures of the programme have been released yet. A year’s families can be counted when the next year is over too.',
  },
  referred: { da: 'familier indstillet i', en: 'families referred in' },
  on: { da: 'Gjort op', en: 'Counted on' },
  families: { da: 'Familier', en: 'Families' },
  figure: { da: 'Tal', en: 'Figure' },
  value: { da: 'Antal', en: 'Number' },
  withheld: { da: 'for få familier', en: 'too few families' },
} as const;
type Said = ReturnType<typeof said<typeof texts>>;

interface Shown {
  readonly programmes: readonly Programme[];
  readonly programme?: Programme;
  /** undefined: reporting does not say it now */
  readonly releases?: readonly Release[];
  readonly release?: Release;
}

export function releasesPage(
  view: PageView,
  actor: Actor,
  { programmes, programme, releases, release }: Shown,
): string {
  const { language } = view;
  const place = { pair: pairOf(actor), language };
  return reportPage(view, actor, {
    path: 'releases',
    title: texts.title,
    lead: texts.lead,
    programmes,
    selected: programme?.code,
    results: html`${programme && !releases && notNow(language)}
    ${releases?.length === 0 && html`<p>${texts.unreleased[language]}</p>`}
    ${programme && releases && release && result(programme, releases, release, place)}`,
  });
}

interface Place {
  readonly pair: string;
  readonly language: Language;
}

function result(
  { code, name }: Programme,
  releases: readonly Release[],
  { year, releasedOn, figures }: Release,
  { pair, language }: Place,
): Html {
  const say = said(texts, language);
  const years = releases.map((each) => {
    const address = new URLSearchParams({ function: pair, programme: code, year: String(each.year) });
    const current = each.year === year && html` aria-current="page"`;
    return html`<li>
      <a href="/consent/releases?${address.toString()}" ${current}>${each.year}</a>
    </li>`;
  });
  return html`${
      releases.length > 1 &&
      html`<nav aria-label="${say.years}" class="page-tools-only">
        <ul class="page-links">
          ${years}
        </ul>
      </nav>`
    }
    <h2>${name[language]}, ${say.referred} ${year}</h2>
    <p class="page-quiet">${say.on} ${day(releasedOn, language)}. ${say.ranges}</p>
    ${inGroups(figures).map((group) => partOf(group, language, say))} ${meaningOf(figures, language)}`;
}

function partOf({ id, title, figures }: Group<ReleasedFigure>, language: Language, say: Said): Html {
  const bars: Bar[] = figures.flatMap(({ name, range }) =>
    range ? [{ name: name[language], value: range.from, to: range.to }] : [],
  );
  const rows = figures.map(({ name, range }) => [
    name[language],
    range ? numberOf({ value: range.from, to: range.to }) : say.withheld,
  ]);
  const called = id === 'families' ? say.families : title[language];
  return chartAndTable({ id, title: called, bars, columns: [say.figure, say.value], rows });
}
