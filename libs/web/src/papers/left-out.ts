import { reasonTexts, type Withheld } from '@helhed/access';
import { categories, type Category } from '@helhed/contracts';
import type { Language } from '../pages/language.js';
import type { Block } from './paper.js';

const heading = { da: 'Det er ikke med', en: 'What is left out' };

/** What is withheld, on paper: each category once for a reason; of whom is not for the paper. */
export function leftOut(
  withheld: readonly { readonly category: string; readonly reason: string }[],
  language: Language,
): Block[] {
  const lines = new Set(
    withheld.map(({ category, reason }) => {
      const { text } = categories[category as Category];
      return `${capital(text[language])}: ${reasonTexts[reason as Withheld['reason']][language]}`;
    }),
  );
  if (lines.size === 0) return [];
  return [{ kind: 'heading', text: heading[language] }, ...[...lines].map((text): Block => ({ kind: 'item', text }))];
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
