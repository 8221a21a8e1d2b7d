import { html, layout, type PageView } from '@helhed/web';
import type { ReceiptView } from '../../receipts/receipt.dto.js';
import type { NameOf } from '../../units/unit-names.js';
import { said } from '../words/words.js';
import { givenOutPart, type GivenOut } from './given-out-part.js';

const texts = {
  title: { da: 'Kvittering', en: 'Receipt' },
  taken: { da: 'Dit samtykke er trukket tilbage', en: 'Your consent was taken back' },
  takenWhy: {
    da: 'Fra nu af ser ingen oplysninger på grund af dit ja. Gem kvitteringen, hvis du vil.',
    en: 'From now on nobody sees data because of your consent. Keep the receipt if you like.',
  },
  inDanish: { da: '', en: 'The receipt is written in Danish.' },
  record: { da: 'Til maskiner: kvitteringen som JSON-LD', en: 'For machines: the receipt as JSON-LD' },
  back: { da: 'Tilbage til mine oplysninger', en: 'Back to my data' },
} as const;

interface TakenBack {
  /** Whether the citizen has just done it */
  readonly just: boolean;
  readonly givenOut: GivenOut;
  readonly nameOf: NameOf;
}

/** @param taken of a consent that the citizen took back */
export function receiptPage(view: PageView, { text, record }: ReceiptView, taken: TakenBack | undefined): string {
  const say = said(texts, view.language);
  const main = html`<h1>${say.title}</h1>
    ${
      taken?.just &&
      html`<div class="alert alert-success" role="status">
        <h2 class="alert-heading">${say.taken}</h2>
        <p class="alert-text">${say.takenWhy}</p>
      </div>`
    }
    ${say.inDanish !== '' && html`<p>${say.inDanish}</p>`}
    <div class="page-receipt" lang="da">${text}</div>
    ${taken && givenOutPart(taken.givenOut, taken.nameOf, view.language)}
    <details class="page-actions">
      <summary>${say.record}</summary>
      <pre class="page-record" tabindex="0">${JSON.stringify(record, null, 2)}</pre>
    </details>
    <p class="page-actions"><a href="/consent/my">${say.back}</a></p>`;
  return layout(view, { title: say.title, main });
}
