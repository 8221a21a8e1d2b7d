import { html, layout, type HtmlPart, type Language, type PageView } from '@helhed/web';
import type { AboutPerson } from './find-own-persons.js';
import type { OwnPerson } from './own-persons.js';
import { said } from '../words/words.js';

/** The four pages about a person, in the order of their links. */
export const parts = {
  held: { da: 'Hvad står der?', en: 'What is held?' },
  readers: { da: 'Hvem må se det?', en: 'Who can see it?' },
  seen: { da: 'Hvem har set det?', en: 'Who has seen it?' },
  bases: { da: 'Samtykker', en: 'Consents' },
} as const;
export type Part = keyof typeof parts;

const texts = {
  self: { da: 'Dig selv', en: 'Yourself' },
  child: { da: 'Dit barn', en: 'Your child' },
  years: { da: 'år', en: 'years old' },
  about: { da: 'Det handler om:', en: 'This is about:' },
  another: { da: 'Vælg en anden', en: 'Choose another' },
  parts: { da: 'Sider om personen', en: 'Pages about the person' },
} as const;

/** Consent knows nobody's name: `Dig selv`, `Dit barn 2, 4 år`. */
export function personName(person: OwnPerson, persons: readonly OwnPerson[], language: Language): string {
  const say = said(texts, language);
  if (person.self) return say.self;
  const children = persons.filter(({ self }) => !self);
  const number = children.length > 1 ? ` ${children.indexOf(person) + 1}` : '';
  return `${say.child}${number}${person.age === undefined ? '' : `, ${person.age} ${say.years}`}`;
}

/** A page about one person: who it is, the ways to the three others, and its own part. */
export function personPage(view: PageView, { person, persons }: AboutPerson, part: Part, main: HtmlPart): string {
  const { language } = view;
  const say = said(texts, language);
  const title = parts[part][language];
  const links = Object.entries(parts).map(
    ([name, text]) =>
      html`<li>
        <a href="/consent/my/${person.id}/${name}" ${name === part && html` aria-current="page"`}>${text[language]}</a>
      </li>`,
  );
  return layout(view, {
    title,
    main: html`<p>
        ${say.about} <strong>${personName(person, persons, language)}</strong>.
        ${persons.length > 1 && html`<a class="page-tools-only" href="/consent/my">${say.another}</a>`}
      </p>
      <nav aria-label="${say.parts}">
        <ul class="page-links">
          ${links}
        </ul>
      </nav>
      <h1>${title}</h1>
      ${main}`,
  });
}
