import { escapeUTF8 } from 'entities/escape';

/** What `html` has made: safe to stand in a page as it is. */
export class Html {
  constructor(private readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

export type HtmlPart = Html | string | number | false | null | undefined | readonly HtmlPart[];

/** A piece of a page. Whatever is put in is escaped, unless `html` made it; nothing stands for false, null and undefined. */
export const html = (strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html =>
  new Html(strings.map((text, index) => text + written(parts[index])).join(''));

function written(part: HtmlPart): string {
  if (part === undefined || part === null || part === false) return '';
  if (part instanceof Html) return part.toString();
  return typeof part === 'object' ? part.map(written).join('') : escapeUTF8(String(part));
}
