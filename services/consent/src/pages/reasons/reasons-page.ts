import { html, layout, type PageView, type ProblemType } from '@helhed/web';

const texts = {
  title: { da: 'Grunde', en: 'Reasons' },
  lead: {
    da: 'Sådan siger Helhed, hvorfor noget ikke vises eller ikke kan gøres.',
    en: 'How Helhed says why something is not shown or cannot be done.',
  },
  all: { da: 'Se alle grunde', en: 'See all reasons' },
  code: { da: 'Kode:', en: 'Code:' },
} as const;

export function reasonPage(view: PageView, slug: string, { title, advice }: ProblemType): string {
  const { language } = view;
  const main = html`<h1>${title[language]}</h1>
    ${advice && html`<p class="font-lead">${advice[language]}</p>`}
    <p class="page-quiet">${texts.code[language]} <code>${slug}</code></p>
    <p><a href="/consent/reasons">${texts.all[language]}</a></p>`;
  return layout(view, { title: title[language], main });
}

export function reasonList(view: PageView, reasons: Readonly<Record<string, ProblemType>>): string {
  const { language } = view;
  const sorted = Object.entries(reasons).toSorted(([, a], [, b]) =>
    a.title[language].localeCompare(b.title[language], language),
  );
  const items = sorted.map(
    ([slug, { title }]) => html`<li><a href="/consent/reasons/${slug}">${title[language]}</a></li>`,
  );
  const main = html`<h1>${texts.title[language]}</h1>
    <p class="font-lead">${texts.lead[language]}</p>
    <ul>
      ${items}
    </ul>`;
  return layout(view, { title: texts.title[language], main });
}
