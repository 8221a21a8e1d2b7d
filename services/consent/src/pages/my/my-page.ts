import { html, layout, type PageView } from '@helhed/web';
import { said } from '../words/words.js';
import type { OwnPersons } from './own-persons.js';
import { parts, personName } from './person-frame.js';

const texts = {
  title: { da: 'Mine oplysninger', en: 'My data' },
  lead: {
    da: 'Her kan du se, hvad kommunen har skrevet ned om dig og dine børn, hvem der må se det, og hvem der har set det. Du kan også trække et samtykke tilbage.',
    en: 'Here you can see what the municipality has noted on you and your children, who can see it and who has seen it. You can also take a consent back.',
  },
  whom: { da: 'Hvem vil du se om?', en: 'Whom is it about?' },
  grown: {
    da: 'Du ser dine egne oplysninger og dem om de børn, du har forældremyndighed over. Andre voksnes kan du ikke se, heller ikke din partners.',
    en: 'You see your own data and that of the children in your custody. You cannot see another adult’s, not your partner’s either.',
  },
  closed: {
    da: 'Lige nu kan vi ikke vise, hvilke børn du har forældremyndighed over, heller ikke deres oplysninger. Prøv igen senere.',
    en: 'Right now we cannot show which children are in your custody, nor their data. Try again later.',
  },
} as const;

export function myPage(view: PageView, { persons, closed }: OwnPersons): string {
  const { language } = view;
  const say = said(texts, language);
  const cards = persons.map(
    (person) =>
      html`<li>
        <h3>${personName(person, persons, language)}</h3>
        ${Object.entries(parts).map(
          ([name, text]) =>
            html`<p>
              <a href="/consent/my/${person.id}/${name}"
                >${text[language]}<span class="sr-only">: ${personName(person, persons, language)}</span></a
              >
            </p>`,
        )}
      </li>`,
  );
  const main = html`<h1>${say.title}</h1>
    <p class="font-lead">${say.lead}</p>
    ${closed.length > 0 && html`<div class="alert alert-warning"><p class="alert-text">${say.closed}</p></div>`}
    <h2>${say.whom}</h2>
    <ul class="page-cards">
      ${cards}
    </ul>
    <p class="page-quiet">${say.grown}</p>`;
  return layout(view, { title: say.title, main });
}
