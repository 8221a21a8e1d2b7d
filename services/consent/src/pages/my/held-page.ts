import { html, type Html, type Language, type PageView } from '@helhed/web';
import type { NameOf } from '../../units/unit-names.js';
import { categoryName, day, listed, said } from '../words/words.js';
import type { HeldBy, Holding } from './ask-holdings.js';
import type { AboutPerson } from './find-own-persons.js';
import { personPage } from './person-frame.js';
import { serviceNames } from './service-names.js';

const texts = {
  lead: {
    da: 'Her står, hvilke slags oplysninger kommunen har, hvor mange, siden hvornår, og hvem de hører til hos.',
    en: 'These are the kinds of data that the municipality holds, how many, since when, and who keeps them.',
  },
  things: { da: 'Antal', en: 'How many' },
  since: { da: 'Siden', en: 'Since' },
  units: { da: 'Hører til hos', en: 'Kept by' },
  nothing: { da: 'Der står ingenting her.', en: 'Nothing is held here.' },
  silent: {
    da: 'Svarer ikke lige nu. Prøv igen om lidt. Det betyder ikke, at der ingenting står.',
    en: 'Does not answer just now. Try again shortly. It does not mean that nothing is held.',
  },
} as const;

export function heldPage(view: PageView, about: AboutPerson, held: readonly HeldBy[], nameOf: NameOf): string {
  const { language } = view;
  const say = said(texts, language);
  const cards = held.map(
    ({ service, holdings }) =>
      html`<li>
        <h2>${serviceNames[service][language]}</h2>
        ${holdings === undefined && html`<div class="alert alert-warning"><p class="alert-text">${say.silent}</p></div>`}
        ${holdings?.length === 0 && html`<p>${say.nothing}</p>`}
        ${holdings?.map((each) => oneOf(each, nameOf, language))}
      </li>`,
  );
  const main = html`<p>${say.lead}</p>
    <ul class="page-cards">
      ${cards}
    </ul>`;
  return personPage(view, about, 'held', main);
}

function oneOf({ category, count, since, units }: Holding, nameOf: NameOf, language: Language): Html {
  const say = said(texts, language);
  return html`<h3>${categoryName(category, language)}</h3>
    <dl class="page-facts page-facts-wide">
      <dt>${say.things}</dt>
      <dd>${count}</dd>
      ${
        since !== null &&
        html`<dt>${say.since}</dt>
          <dd>${day(since.slice(0, 10), language)}</dd>`
      }
      ${
        units.length > 0 &&
        html`<dt>${say.units}</dt>
          <dd>${listed(units.map(nameOf), language)}</dd>`
      }
    </dl>`;
}
