import { html, type Html, type Language } from '@helhed/web';
import type { NewestOrientations, OrientationView } from '../../orientations/orientations.dto.js';
import type { NameOf } from '../../units/unit-names.js';
import { categoryName, day, functionName, listed, said } from '../words/words.js';

const texts = {
  title: { da: 'Svar til en forælder uden forældremyndighed', en: 'Answers to a parent without custody' },
  lead: {
    da: 'En forælder uden forældremyndighed har ret til at spørge om sit barn. Svaret giver ikke adgang til andet.',
    en: 'A parent without custody has a right to ask about the child. The answer gives no access to anything else.',
  },
  given: { da: 'Der er givet oplysninger', en: 'Information was given' },
  refused: { da: 'Der er sagt nej', en: 'It was refused' },
  who: { da: 'Hvem spurgte', en: 'Who asked' },
  self: { da: 'Dig selv', en: 'Yourself' },
  parent: { da: 'En forælder uden forældremyndighed', en: 'A parent without custody' },
  asked: { da: 'Spurgt', en: 'Asked' },
  answered: { da: 'Svaret', en: 'Answered' },
  by: { da: 'Hvem svarede', en: 'Who answered' },
  at: { da: 'i', en: 'at' },
  what: { da: 'Hvad', en: 'What' },
  law: { da: 'Efter', en: 'Under' },
  reason: { da: 'Begrundelse', en: 'Reason' },
  more: { da: 'Ældre svar, som ikke vises her', en: 'Older answers that are not shown here' },
} as const;

/** What was answered about the person, or to it; nothing where nobody asked. @param me the citizen's own person */
export function orientationsPart(
  { items, total }: NewestOrientations,
  me: string | undefined,
  nameOf: NameOf,
  language: Language,
): Html | false {
  if (items.length === 0) return false;
  const say = said(texts, language);
  return html`<h2>${say.title}</h2>
    <p>${say.lead}</p>
    <ul class="page-cards">
      ${items.map((each) => oneOf(each, me, nameOf, language))}
    </ul>
    ${total > items.length && html`<p>${say.more}: ${total - items.length}</p>`}`;
}

function oneOf(orientation: OrientationView, me: string | undefined, nameOf: NameOf, language: Language): Html {
  const say = said(texts, language);
  const { answer, parentId, askedOn, answeredOn, unit, function: name, categories, paragraph, reason } = orientation;
  const what = categories.map((code) => categoryName(code, language));
  return html`<li>
    <h3>${say[answer]}</h3>
    <dl class="page-facts page-facts-wide">
      <dt>${say.who}</dt>
      <dd>${parentId === me ? say.self : say.parent}</dd>
      <dt>${say.asked}</dt>
      <dd>${day(askedOn, language)}</dd>
      <dt>${say.answered}</dt>
      <dd>${day(answeredOn, language)}</dd>
      <dt>${say.by}</dt>
      <dd>${functionName(name, language)} ${say.at} ${nameOf(unit)}</dd>
      ${
        what.length > 0 &&
        html`<dt>${say.what}</dt>
          <dd>${listed(what, language)}</dd>`
      }
      <dt>${say.law}</dt>
      <dd>${paragraph}</dd>
      ${
        reason !== undefined &&
        html`<dt>${say.reason}</dt>
          <dd>${reason}</dd>`
      }
    </dl>
  </li>`;
}
