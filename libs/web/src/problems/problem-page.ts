import type { Text } from '@helhed/kernel';
import { html, type Html, type HtmlPart } from '../pages/html.js';
import type { Language } from '../pages/language.js';
import { layout } from '../pages/layout.js';
import type { Problem } from './problem.js';
import type { ProblemType, ProblemTypes } from './problem-types.js';

/** Between backticks stands what is typed or sent as it is. */
const withCode = (text: string): HtmlPart =>
  text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));

const section = (language: Language, { title, advice }: ProblemType): Html =>
  html`<section lang="${language}">
    <h1>${title[language]}</h1>
    ${advice && html`<p>${withCode(advice[language])}</p>`}
  </section>`;

/** The page behind a problem's `type`: Danish, then English. */
export const problemPage = (slug: string, type: ProblemType): string =>
  layout(
    { language: 'da' },
    {
      title: type.title.da,
      main: html`<p><code>${slug}</code></p>
        ${section('da', type)}
        <hr />
        ${section('en', type)}`,
    },
  );

/** Every kind of problem that a service answers with, each leading to its page. */
export function problemList(types: ProblemTypes, service: string): string {
  const lines = Object.entries(types)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([slug, { title }]) =>
        html`<li>
          <a href="/${service}/problems/${slug}"><code>${slug}</code></a
          >: ${title.da} /
          <span lang="en">${title.en}</span>
        </li>`,
    );
  const main = html`<h1>Problemtyper / <span lang="en">Problem types</span></h1>
    <p><code>${service}</code></p>
    <ul>
      ${lines}
    </ul>`;
  return layout({ language: 'da' }, { title: 'Problemtyper', main });
}

const texts = {
  which: { da: 'Vælg den funktion, du vil bruge:', en: 'Choose the function to act in:' },
  reference: { da: 'Reference, hvis du spørger kommunen:', en: 'Reference, should you ask the municipality:' },
  out: { da: 'Log ud, og brug en anden konto', en: 'Sign out and use another account' },
} as const satisfies Record<string, Text>;

/**
 * What a browser is shown in place of the page it asked for.
 * @param address the page's own, in which a function can be chosen
 */
export function problemAnswer(
  language: Language,
  problem: Problem,
  { advice }: Partial<ProblemType>,
  address: string,
): string {
  const { status, details, titles, instance } = problem;
  const functions = problem['functions'] as readonly string[] | undefined;
  const main = html`<h1>${titles[language]}</h1>
    ${details && html`<p class="font-lead">${details[language]}</p>`}
    ${advice && html`<p>${withCode(advice[language])}</p>`} ${functions && choice(language, functions, address)}
    ${status === 403 && html`<p><a href="/consent/sign-out">${texts.out[language]}</a></p>`}
    <p class="page-quiet">${texts.reference[language]} <code>${instance.replace('urn:uuid:', '')}</code></p>`;
  return layout({ language, address }, { title: titles[language], main });
}

function choice(language: Language, functions: readonly string[], address: string): Html {
  const [path = '', query] = address.split('?');
  const links = functions.map((held) => {
    const parameters = new URLSearchParams(query);
    parameters.set('function', held);
    return html`<li><a href="${path}?${String(parameters)}">${held}</a></li>`;
  });
  return html`<p>${texts.which[language]}</p>
    <ul>
      ${links}
    </ul>`;
}
