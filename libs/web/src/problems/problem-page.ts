import type { Text } from '@helhed/kernel';
import type { ProblemType, ProblemTypes } from './problem-types.js';

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`).replace(/`([^`]+)`/g, '<code>$1</code>');

const section = (language: keyof Text, { title, advice }: ProblemType): string =>
  `<section lang="${language}"><h1>${escaped(title[language])}</h1>${advice ? `<p>${escaped(advice[language])}</p>` : ''}</section>`;

const page = (title: string, main: string): string =>
  `<!doctype html><html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(
    title,
  )}</title></head><body><main>${main}</main></body></html>`;

/** The page behind a problem's `type`: Danish, then English. */
export const problemPage = (slug: string, type: ProblemType): string =>
  page(type.title.da, `<p><code>${escaped(slug)}</code></p>${section('da', type)}<hr>${section('en', type)}`);

/** Every kind of problem that a service answers with, each leading to its page. */
export function problemList(types: ProblemTypes, service: string): string {
  const lines = Object.entries(types)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([slug, { title }]) =>
        `<li><a href="/${service}/problems/${slug}"><code>${escaped(slug)}</code></a>: ${escaped(title.da)} / <span lang="en">${escaped(title.en)}</span></li>`,
    );
  return page(
    'Problemtyper',
    `<h1>Problemtyper / <span lang="en">Problem types</span></h1><p><code>${service}</code></p><ul>${lines.join('')}</ul>`,
  );
}
