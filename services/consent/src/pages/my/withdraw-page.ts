import { csrfField, html, layout, type Html, type Language, type PageView } from '@helhed/web';
import type { Remaining } from '../../bases/changes.dto.js';
import type { NameOf } from '../../units/unit-names.js';
import { categoryName, listed, purposeName, said } from '../words/words.js';
import { givenOutPart, type GivenOut } from './given-out-part.js';
import type { Preview } from './preview-withdrawal.js';

const texts = {
  title: { da: 'Vil du trække dit samtykke tilbage?', en: 'Do you want to take your consent back?' },
  means: { da: 'Det betyder', en: 'What it means' },
  notUse: {
    da: 'kan ikke mere bruge dit ja til at se dette:',
    en: 'can no longer use your consent to see this:',
  },
  notKnow: {
    da: 'kan ikke mere bruge dit ja til at få dette at vide fra',
    en: 'can no longer use your consent to be told this by',
  },
  once: {
    da: 'Det gælder med det samme, når du har fået svar. Ingen ser mere på grund af dit ja.',
    en: 'It holds at once, when you have the answer. Nobody sees any more because of your consent.',
  },
  final: {
    da: 'Du kan ikke fortryde. Men du kan sige ja igen senere: så bliver det et nyt samtykke.',
    en: 'You cannot undo it. But you can agree again later: that is a new consent.',
  },
  seen: {
    da: 'Det, nogen allerede har set, kan ikke gøres uset.',
    en: 'What somebody has seen already cannot be unseen.',
  },
  others: { da: 'Andres samtykke er deres eget.', en: 'What others consented to is theirs.' },
  still: { da: 'Det må de stadig', en: 'What they may still do' },
  nothing: {
    da: 'Ingenting: der er ingen anden grund for dem til at se det, vi spørger om her.',
    en: 'Nothing: there is no other reason for them to see this.',
  },
  because: { da: 'Grund:', en: 'Reason:' },
  consent: { da: 'et andet samtykke', en: 'another consent' },
  to: { da: 'Formål:', en: 'Purpose:' },
  yes: { da: 'Ja, træk mit samtykke tilbage', en: 'Yes, take my consent back' },
  no: { da: 'Nej, gå tilbage', en: 'No, go back' },
  done: { da: 'Dit samtykke er allerede trukket tilbage', en: 'Your consent was taken back already' },
  receipt: { da: 'Se kvitteringen', en: 'See the receipt' },
} as const;

/** The first step of two: what it means, and what remains. The second is the form's button. */
export function withdrawPage(
  view: PageView,
  { basis, remaining }: Preview,
  givenOut: GivenOut,
  me: string | undefined,
  nameOf: NameOf,
): string {
  const { language } = view;
  const say = said(texts, language);
  const mine = basis.givers.find(({ person }) => person === me);
  if (mine?.withdrawnAt) {
    const main = html`<h1>${say.done}</h1>
      <p><a class="button button-primary" href="/consent/my/bases/${basis.id}/receipt">${say.receipt}</a></p>`;
    return layout(view, { title: say.done, main });
  }
  const what = categoriesOf(basis.categories, language);
  const [fromUnit, toUnit] = [basis.fromUnit, basis.toUnit].map(nameOf);
  const effect =
    basis.layer === 'disclosure'
      ? html`<strong>${toUnit}</strong> ${say.notKnow} <strong>${fromUnit}</strong>: ${what}.`
      : html`<strong>${toUnit}</strong> ${say.notUse} ${what}.`;
  const main = html`<h1>${say.title}</h1>
    <h2>${say.means}</h2>
    <ul>
      <li>${effect}</li>
      <li>${say.once}</li>
      <li>${say.final}</li>
      <li>${say.seen}</li>
      ${basis.givers.length > 1 && html`<li>${say.others}</li>`}
    </ul>
    <h2>${say.still}</h2>
    ${
      remaining.length === 0
        ? html`<p>${say.nothing}</p>`
        : html`<ul>
            ${remaining.map((each) => stillOf(each, language))}
          </ul>`
    }
    ${givenOutPart(givenOut, nameOf, language)}
    <form action="/consent/my/bases/${basis.id}/withdraw" method="post" class="page-actions">
      ${csrfField(view)}
      <button class="button button-primary" type="submit">${say.yes}</button>
      <a class="button button-secondary" href="/consent/my">${say.no}</a>
    </form>`;
  return layout(view, { title: say.title, main });
}

const categoriesOf = (codes: readonly string[], language: Language): string =>
  listed(
    codes.map((code) => categoryName(code, language)),
    language,
  );

function stillOf({ categories, purpose, paragraph, kind }: Remaining, language: Language): Html {
  const say = said(texts, language);
  const ground = kind === 'consent' ? say.consent : (paragraph ?? '');
  return html`<li>
    ${categoriesOf(categories, language)}. ${say.to} ${purposeName(purpose, language)}. ${say.because} ${ground}.
  </li>`;
}
