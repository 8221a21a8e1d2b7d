import type { Actor } from '@helhed/access';
import { html, layout, type Html, type Language, type PageView } from '@helhed/web';
import type { Evaluation } from '../../decisions/evaluation.js';
import { reasons } from '../../decisions/reasons.js';
import { categoryName, functionName, purposeName, said } from '../words/words.js';
import { questions, type Question } from './questions.js';

const texts = {
  title: { da: 'Må jeg se det?', en: 'May I see it?' },
  lead: {
    da: 'Spørg, om du må se noget, og få at vide hvorfor eller hvorfor ikke. Svaret er det samme, som når du slår det op.',
    en: 'Ask whether you may see something, and why or why not. The answer is the same as when you look it up.',
  },
  as: { da: 'Du spørger som', en: 'You ask as' },
  at: { da: 'i', en: 'at' },
  what: { da: 'Hvad vil du se?', en: 'What do you want to see?' },
  id: { da: 'Indstillingens eller familiens id', en: 'The id of the referral or the family' },
  hint: {
    da: 'Det står i adressen i dit fagsystem. Skriv ikke navn eller CPR-nummer.',
    en: 'It is in the address in your system. Do not write a name or a CPR number.',
  },
  ask: { da: 'Spørg', en: 'Ask' },
  yes: { da: 'Ja, det må du se', en: 'Yes, you may see it' },
  some: { da: 'Ja, noget af det må du se', en: 'Yes, you may see some of it' },
  no: { da: 'Nej, det må du ikke se', en: 'No, you may not see it' },
  withheld: { da: 'Det vises ikke for dig', en: 'What is not shown to you' },
  why: { da: 'Derfor må du se det', en: 'Why you may see it' },
  law: { da: 'Efter loven, til formålet', en: 'Under the law, for the purpose of' },
  basis: { da: 'En registreret hjemmel:', en: 'A recorded basis:' },
  relation: {
    da: 'Fordi du arbejder med familien. Det kræver ingen hjemmel.',
    en: 'Because you work with the family. It needs no basis.',
  },
  more: { da: 'Læs om alle grunde', en: 'Read about all reasons' },
} as const;

interface Answered {
  readonly question: Question;
  readonly answer: Evaluation;
}

export function decisionPage(view: PageView, actor: Actor, answered?: Answered): string {
  const { language } = view;
  const say = said(texts, language);
  const { unit = '', function: name = '' } = actor;
  const main = html`<h1>${say.title}</h1>
    <p class="font-lead">${say.lead}</p>
    <p>${say.as} <strong>${functionName(name, language)} ${say.at} ${unit}</strong>.</p>
    ${answered && answerOf(answered, language)} ${form(`${unit}:${name}`, answered?.question, language)}
    <p><a href="/consent/reasons">${say.more}</a></p>`;
  return layout(view, { title: say.title, main });
}

function form(pair: string, asked: Question | undefined, language: Language): Html {
  const say = said(texts, language);
  const options = Object.entries(questions).map(
    ([act, { text }]) =>
      html`<option value="${act}" ${act === asked?.act && html` selected`}>${text[language]}</option>`,
  );
  return html`<form action="/consent/decision" method="get" class="page-form">
    <input type="hidden" name="function" value="${pair}" />
    <label class="form-label" for="act">${say.what}</label>
    <select class="form-select" name="act" id="act">
      ${options}
    </select>
    <label class="form-label" for="id">${say.id}</label>
    <span class="form-hint" id="id-hint">${say.hint}</span>
    <input
      class="form-input"
      name="id"
      id="id"
      value="${asked?.id}"
      maxlength="60"
      required
      aria-describedby="id-hint"
      autocomplete="off"
    />
    <button class="button button-primary" type="submit">${say.ask}</button>
  </form>`;
}

function answerOf({ question, answer: { decision, context } }: Answered, language: Language): Html {
  const say = said(texts, language);
  const allowed = context.withheld.length > 0 ? say.some : say.yes;
  const kind = decision ? 'alert-success' : 'alert-warning';
  return html`<section aria-labelledby="answer">
    <h2 id="answer">${questions[question.act].text[language]}</h2>
    <div class="alert ${kind}">
      <p class="alert-heading">${decision ? allowed : say.no}</p>
      ${!decision && html`<p class="alert-text">${reasons[context.reason][language]}</p>`}
    </div>
    ${decision && grounds(context.bases, language)} ${withheldOf(context.withheld, language)}
  </section>`;
}

function grounds(bases: readonly string[], language: Language): Html {
  const say = said(texts, language);
  const lines = bases.map((basis) => {
    const [standing, , purpose] = basis.split(':');
    return purpose !== undefined && standing === 'standing'
      ? `${say.law} ${purposeName(purpose, language)}`
      : html`${say.basis} <code>${basis}</code>`;
  });
  const once = [...new Map(lines.map((line) => [String(line), line])).values()];
  return html`<h3>${say.why}</h3>
    <ul>
      ${once.length === 0 ? html`<li>${say.relation}</li>` : once.map((line) => html`<li>${line}</li>`)}
    </ul>`;
}

/** Of several members the same is said once: never which of them it is. */
function withheldOf(withheld: Evaluation['context']['withheld'], language: Language): Html | false {
  const once = new Map(withheld.map(({ category, reason }) => [`${category} ${reason}`, { category, reason }]));
  if (once.size === 0) return false;
  const lines = [...once.values()].map(
    ({ category, reason }) =>
      html`<li>
        ${categoryName(category, language)}:
        <a href="/consent/reasons/${reason}">${reasons[reason][language]}</a>
      </li>`,
  );
  return html`<h3>${texts.withheld[language]}</h3>
    <ul>
      ${lines}
    </ul>`;
}
