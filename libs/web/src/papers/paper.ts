import type { Language } from '../pages/language.js';

/** A line of a paper, as paper and screen have it. */
export type Block =
  | {
      readonly kind:
        | 'letterhead'
        | 'title'
        | 'heading'
        | 'subheading'
        | 'label'
        | 'text'
        /** As text, set apart from what stands above it. */
        | 'paragraph'
        /** Who it is from, after all that it says. */
        | 'closing'
        | 'foot';
      readonly text: string;
    }
  | { readonly kind: 'item'; readonly text: string; readonly more?: string | undefined }
  | { readonly kind: 'quote'; readonly text: string; readonly who: string };

/** What is printed for somebody: made for one answer, and kept nowhere (docs/adr/0018). */
export interface Paper {
  /** In the window's title and the PDF's: it says nothing of whom the paper is about. */
  readonly title: string;
  readonly language: Language;
  readonly blocks: readonly Block[];
}

/** A day in words, the same wherever the service runs. @param date ISO date */
export const dayInWords = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'da' ? 'da-DK' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
