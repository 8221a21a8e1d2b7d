import type { Actor } from '@helhed/access';
import { csrfField, html, layout, type Html, type Language, type Page, type PageView } from '@helhed/web';
import type { SampledLookUp } from '../../look-ups/look-ups.dto.js';
import { categoryName, functionName, listed, moment, purposeName, said } from '../words/words.js';

const texts = {
  title: { da: 'Stikprøver af opslag', en: 'Samples of looks' },
  lead: {
    da: 'En tilfældig del af alle opslag, og hvert opslag, der blev afvist eller var på en egen, en pårørendes eller en kollegas sag.',
    en: 'A random share of all looks, and every one that was refused or at an own, a relative’s or a colleague’s record.',
  },
  which: { da: 'Hvilke stikprøver', en: 'Which samples' },
  open: { da: 'Ikke gennemgået', en: 'Not reviewed' },
  reviewed: { da: 'Gennemgået', en: 'Reviewed' },
  total: { da: 'Antal:', en: 'How many:' },
  none: { da: 'Der er ingen.', en: 'There are none.' },
  act: { da: 'Hvad blev gjort', en: 'What was done' },
  who: { da: 'Hvem', en: 'Who' },
  account: { da: 'Konto', en: 'Account' },
  client: { da: 'Program', en: 'Client' },
  subjects: { da: 'Om (id)', en: 'About (ids)' },
  what: { da: 'Kategorier', en: 'Categories' },
  why: { da: 'Formål', en: 'Purposes' },
  bases: { da: 'Hjemler', en: 'Bases' },
  finding: { da: 'Hvad viste gennemgangen?', en: 'What did the review find?' },
  note: { da: 'Note (uden personnumre)', en: 'Note (without CPR numbers)' },
  save: { da: 'Gem gennemgang', en: 'Save the review' },
  result: { da: 'Resultat', en: 'Result' },
  older: { da: 'Vis ældre', en: 'Show older' },
  refused: { da: 'Afvist', en: 'Refused' },
} as const;
type Said = ReturnType<typeof said<typeof texts>>;

const findings = {
  'in-order': { da: 'I orden', en: 'In order' },
  'follow-up': { da: 'Skal følges op', en: 'To be followed up' },
} as const;
const flags = {
  own: { da: 'Egen sag', en: 'Own record' },
  relative: { da: 'Pårørendes sag', en: 'Relative’s record' },
  colleague: { da: 'Kollegas sag', en: 'Colleague’s record' },
} as const;

/** An address of these pages in the function that the officer acts in. */
export function inFunction(path: string, { unit, function: name }: Actor, query: Record<string, string> = {}): string {
  return `${path}?${String(new URLSearchParams({ function: `${unit}:${name}`, ...query }))}`;
}

export function samplesPage(view: PageView, actor: Actor, found: Page<SampledLookUp>, reviewed: boolean): string {
  const { language } = view;
  const say = said(texts, language);
  const { items, next, total } = found;
  const only = (label: string, query: Record<string, string>, current: boolean): Html =>
    html`<li>
      <a href="${inFunction('/consent/samples', actor, query)}" ${current && html` aria-current="page"`}>${label}</a>
    </li>`;
  const older = { ...(reviewed && { reviewed: 'true' }), cursor: next ?? '' };
  const main = html`<h1>${say.title}</h1>
    <p>${say.lead}</p>
    <nav aria-label="${say.which}">
      <ul class="page-links">
        ${only(say.open, {}, !reviewed)}${only(say.reviewed, { reviewed: 'true' }, reviewed)}
      </ul>
    </nav>
    ${total === 0 ? html`<p>${say.none}</p>` : html`<p>${say.total} ${total}</p>`}
    <ul class="page-cards">
      ${items.map((sample) => oneOf(sample, view, actor, say))}
    </ul>
    ${next !== null && html`<p><a class="button button-secondary" href="${inFunction('/consent/samples', actor, older)}">${say.older}</a></p>`}`;
  return layout(view, { title: say.title, main });
}

function oneOf(sample: SampledLookUp, view: PageView, actor: Actor, say: Said): Html {
  const { language } = view;
  const { at, refused, flags: marks, review } = sample;
  return html`<li>
    <h2>
      ${moment(at, language)} ${refused && html`<span class="badge badge-error">${say.refused}</span>`}
      ${marks.map((flag) => html`<span class="badge badge-warning">${flags[flag][language]}</span> `)}
    </h2>
    ${factsOf(sample, language, say)} ${review ? resultOf(review, language, say) : formOf(sample, view, actor, say)}
  </li>`;
}

function factsOf(sample: SampledLookUp, language: Language, say: Said): Html {
  const { act, unit, function: name, actor, sub, azp, subjects, categories, purposes, bases } = sample;
  const who = name === null ? actor : `${functionName(name, language)}, ${unit ?? ''}`;
  const what = categories.map((code) => categoryName(code, language));
  const why = purposes.map((code) => purposeName(code, language));
  const code = (text: string): Html => html`<code>${text}</code> `;
  return html`<dl class="page-facts page-facts-wide">
    <dt>${say.act}</dt>
    <dd>${code(act)}</dd>
    <dt>${say.who}</dt>
    <dd>${who}</dd>
    <dt>${say.account}</dt>
    <dd>${code(sub)}</dd>
    <dt>${say.client}</dt>
    <dd>${azp}</dd>
    <dt>${say.subjects}</dt>
    <dd>${subjects.map(code)}</dd>
    ${
      what.length > 0 &&
      html`<dt>${say.what}</dt>
        <dd>${listed(what, language)}</dd>`
    }
    ${
      why.length > 0 &&
      html`<dt>${say.why}</dt>
        <dd>${listed(why, language)}</dd>`
    }
    ${
      bases.length > 0 &&
      html`<dt>${say.bases}</dt>
        <dd>${bases.map(code)}</dd>`
    }
  </dl>`;
}

function formOf({ id }: SampledLookUp, view: PageView, actor: Actor, say: Said): Html {
  const options = Object.entries(findings).map(
    ([value, text]) => html`<option value="${value}">${text[view.language]}</option>`,
  );
  return html`<form action="${inFunction(`/consent/samples/${id}/review`, actor)}" method="post" class="page-form">
    ${csrfField(view)}
    <div class="form-group">
      <label class="form-label" for="finding-${id}">${say.finding}</label>
      <select class="form-select" name="finding" id="finding-${id}">
        ${options}
      </select>
    </div>
    <div class="form-group">
      <label class="form-label" for="note-${id}">${say.note}</label>
      <textarea class="form-input" name="note" id="note-${id}" rows="2" maxlength="500"></textarea>
    </div>
    <button class="button button-primary" type="submit">${say.save}</button>
  </form>`;
}

const resultOf = ({ finding, note, reviewedAt }: NonNullable<SampledLookUp['review']>, language: Language, say: Said) =>
  html`<p>
    <strong>${say.result}:</strong> ${findings[finding][language]},
    ${moment(reviewedAt, language)}${note !== null && html`. ${note}`}
  </p>`;
