import type { Text } from '@helhed/kernel';
import type { ProblemType } from './problem-types.js';

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`).replace(/`([^`]+)`/g, '<code>$1</code>');

const section = (language: keyof Text, { title, advice }: ProblemType): string =>
  `<section lang="${language}"><h1>${escaped(title[language])}</h1>${advice ? `<p>${escaped(advice[language])}</p>` : ''}</section>`;

/** The page behind a problem's `type`: Danish, then English. */
export const problemPage = (slug: string, type: ProblemType): string =>
  `<!doctype html><html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(
    type.title.da,
  )}</title></head><body><main><p><code>${escaped(slug)}</code></p>${section('da', type)}<hr>${section('en', type)}</main></body></html>`;
