import { municipalityName, type MunicipalityCode, type Text } from '@helhed/kernel';
import { html } from '../html.js';
import type { Language } from '../language.js';
import { layout } from '../layout.js';

const texts = {
  title: { da: 'Log ind', en: 'Sign in' },
  which: { da: 'Vælg din kommune', en: 'Choose your municipality' },
  why: {
    da: 'Du logger ind hos kommunen. Her kan du se, hvad der står om dig og dine børn, og hvem der har set det.',
    en: 'You sign in with your municipality. Here you can see what is held on you and your children, and who has seen it.',
  },
  go: { da: 'Gå til log ind', en: 'Go to sign-in' },
  failed: { da: 'Du blev ikke logget ind', en: 'You were not signed in' },
  failedWhy: {
    da: 'Måske gik der for lang tid, eller også blev siden åbnet i et andet vindue. Prøv igen.',
    en: 'Perhaps it took too long, or the page was opened in another window. Try again.',
  },
  again: { da: 'Log ind igen', en: 'Sign in again' },
  out: { da: 'Du er logget ud', en: 'You are signed out' },
  outWhy: { da: 'Luk browseren, hvis andre bruger den.', en: 'Close the browser if others use it.' },
  leave: { da: 'Vil du logge ud?', en: 'Do you want to sign out?' },
  signOut: { da: 'Log ud', en: 'Sign out' },
} as const satisfies Record<string, Text>;

type Said = { readonly [K in keyof typeof texts]: string };
const said = (language: Language): Said =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text[language]])) as Said;

const named = (code: MunicipalityCode): string => municipalityName(code) ?? `Kommune ${code}`;

/** Which municipality's realm to sign in at. @param to the page to come back to */
export function choosePage(language: Language, path: string, codes: readonly MunicipalityCode[], to: string): string {
  const say = said(language);
  const options = codes
    .toSorted((a, b) => named(a).localeCompare(named(b), 'da'))
    .map((code) => html`<option value="${code}">${named(code)}</option>`);
  const main = html`<h1>${say.title}</h1>
    <p class="font-lead">${say.why}</p>
    <form action="${path}/sign-in" method="get" class="page-form">
      <input type="hidden" name="to" value="${to}" />
      <div class="form-group">
        <label class="form-label" for="municipality">${say.which}</label>
        <select class="form-select" name="municipality" id="municipality" required>
          ${options}
        </select>
      </div>
      <button class="button button-primary" type="submit">${say.go}</button>
    </form>`;
  const query = new URLSearchParams({ to });
  return layout({ language, address: `${path}/sign-in?${String(query)}` }, { title: say.title, main });
}

export function failedPage(language: Language, path: string): string {
  const say = said(language);
  const main = html`<h1>${say.failed}</h1>
    <p>${say.failedWhy}</p>
    <p><a class="button button-primary" href="${path}/sign-in">${say.again}</a></p>`;
  return layout({ language }, { title: say.failed, main });
}

export function signOutPage(language: Language, path: string, csrf: string, account: string | undefined): string {
  const say = said(language);
  const main = html`<h1>${say.leave}</h1>
    <form action="${path}/sign-out" method="post">
      <input type="hidden" name="csrf" value="${csrf}" />
      <button class="button button-primary" type="submit">${say.signOut}</button>
    </form>`;
  return layout({ language, address: `${path}/sign-out`, account }, { title: say.signOut, main });
}

export function signedOutPage(language: Language, path: string): string {
  const say = said(language);
  const main = html`<h1>${say.out}</h1>
    <p>${say.outWhy}</p>
    <p><a class="button button-secondary" href="${path}/sign-in">${say.again}</a></p>`;
  return layout({ language, address: `${path}/sign-out` }, { title: say.out, main });
}
